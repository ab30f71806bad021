package dev.grains.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Finds the methods whose body has more lines than allowed. */
final class LongMethods extends TreeScanner<Void, CompilationUnitTree> {

  private final SourcePositions positions;
  private final int allowed;
  private final List<String> found;

  private LongMethods(SourcePositions positions, int allowed, List<String> found) {
    this.positions = positions;
    this.allowed = allowed;
    this.found = found;
  }

  static List<String> in(Collection<Path> files, int allowed) {
    List<String> found = new ArrayList<>();
    SourceTrees.visit(
        files,
        (unit, trees) ->
            new LongMethods(trees.getSourcePositions(), allowed, found).scan(unit, unit));
    return found;
  }

  @Override
  public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
    if (method.getBody() != null) {
      LineMap lines = unit.getLineMap();
      long first = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
      long last = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()));
      if (last - first + 1 > allowed) {
        found.add(Path.of(unit.getSourceFile().toUri()).getFileName() + "#" + method.getName());
      }
    }
    return super.visitMethod(method, unit);
  }
}
