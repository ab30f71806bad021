package dev.grains.architecture;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Finds the types and members without javadoc that can be seen from other packages. */
final class MissingJavadoc extends TreePathScanner<Void, String> {

  private final DocTrees docs;
  private final List<String> found;

  private MissingJavadoc(DocTrees docs, List<String> found) {
    this.docs = docs;
    this.found = found;
  }

  static List<String> in(Collection<Path> files) {
    List<String> found = new ArrayList<>();
    SourceTrees.visit(files, (unit, trees) -> new MissingJavadoc(trees, found).scan(unit, ""));
    return found;
  }

  @Override
  public Void visitClass(ClassTree type, String outer) {
    if (!isVisible(type.getModifiers())) {
      return null;
    }
    String name =
        outer.isEmpty() ? type.getSimpleName().toString() : outer + "." + type.getSimpleName();
    DocCommentTree doc = require(name);
    if (outer.isEmpty() && doc != null && lacksSince(doc)) {
      found.add(name + " does not say @since when it exists");
    }
    return super.visitClass(type, name);
  }

  @Override
  public Void visitMethod(MethodTree method, String type) {
    boolean inherits = hasAnnotation(method.getModifiers(), "Override");
    if (isVisible(method.getModifiers()) && !inherits) {
      require(type + "#" + method.getName());
    }
    return null;
  }

  @Override
  public Void visitVariable(VariableTree field, String type) {
    if (isVisible(field.getModifiers())) {
      require(type + "#" + field.getName());
    }
    return null;
  }

  private DocCommentTree require(String name) {
    DocCommentTree doc = docs.getDocCommentTree(getCurrentPath());
    if (doc == null || doc.getFirstSentence().isEmpty()) {
      found.add(name + " has no javadoc");
    }
    return doc;
  }

  private boolean isVisible(ModifiersTree modifiers) {
    Set<Modifier> flags = modifiers.getFlags();
    return flags.contains(Modifier.PUBLIC)
        || flags.contains(Modifier.PROTECTED)
        || isInInterface(flags);
  }

  private boolean isInInterface(Set<Modifier> flags) {
    TreePath parent = getCurrentPath().getParentPath();
    Tree.Kind kind = parent.getLeaf().getKind();
    return !flags.contains(Modifier.PRIVATE)
        && (kind == Tree.Kind.INTERFACE || kind == Tree.Kind.ANNOTATION_TYPE);
  }

  private static boolean lacksSince(DocCommentTree doc) {
    return doc.getBlockTags().stream().noneMatch(tag -> tag.getKind() == DocTree.Kind.SINCE);
  }

  private static boolean hasAnnotation(ModifiersTree modifiers, String name) {
    return modifiers.getAnnotations().stream()
        .anyMatch(annotation -> annotation.getAnnotationType().toString().equals(name));
  }
}
