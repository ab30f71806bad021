package dev.grains.spring.test;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application whose properties name members elsewhere. */
@SpringBootApplication
class Shop {}
