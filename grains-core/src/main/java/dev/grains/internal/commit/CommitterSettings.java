package dev.grains.internal.commit;

/**
 * The bounds of a group committer.
 *
 * @param threads the number of threads
 * @param queue how many commits may wait
 * @param groupCommits how many commits share a transaction
 * @param groupBytes how many bytes share a transaction
 */
public record CommitterSettings(int threads, int queue, int groupCommits, int groupBytes) {}
