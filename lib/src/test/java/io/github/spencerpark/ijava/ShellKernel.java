package io.github.spencerpark.ijava;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.util.GlobFinder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * A kernel whose cells are evaluated by JShell in this process, set up as IJava is: class path and start-up script from its
 * environment variables, the script run before the first cell.
 */
final class ShellKernel extends BaseKernel {
    private final Execution execution = new Execution();
    private final JShell shell;
    private boolean isStarted;

    ShellKernel() throws IOException {
        shell = JShell.builder()
                .executionEngine(new Engine(execution), Map.of())
                .out(System.out)
                .build();
        for (String pattern : System.getenv("IJAVA_CLASSPATH").split(File.pathSeparator)) {
            for (Path entry : new GlobFinder(pattern).computeMatchingPaths()) {
                shell.addToClasspath(entry.toString());
            }
        }
    }

    @Override
    public DisplayData eval(String cell) throws Exception {
        if (!isStarted) {
            isStarted = true;
            run(System.getenv("IJAVA_STARTUP_SCRIPT"));
        }
        Object last = run(cell);
        return last == null ? null : getRenderer().render(last);
    }

    private Object run(String source) throws Exception {
        Object last = null;
        CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(source);
        while (next.completeness().isComplete()) {
            for (SnippetEvent event : shell.eval(next.source())) {
                last = valueOf(event);
            }
            next = shell.sourceCodeAnalysis().analyzeCompletion(next.remaining());
        }
        return last;
    }

    private Object valueOf(SnippetEvent event) throws Exception {
        if (event.exception() != null) {
            throw event.exception();
        }
        if (event.causeSnippet() == null && !event.status().isDefined()) {
            throw new IllegalArgumentException(shell.diagnostics(event.snippet())
                    .map(problem -> problem.getMessage(null))
                    .toList()
                    .toString());
        }
        boolean isExpression = event.snippet().kind() == Snippet.Kind.EXPRESSION
                || event.snippet().subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
        return isExpression ? execution.takeLast() : null;
    }

    @Override
    public void interrupt() {
        shell.stop();
    }

    @Override
    public void onShutdown(boolean isRestarting) {
        shell.close();
    }

    @Override
    public LanguageInfo getLanguageInfo() {
        return new LanguageInfo.Builder("Java").fileExtension(".jshell").build();
    }

    /** Hands JShell the one execution of this kernel. */
    private record Engine(Execution execution) implements ExecutionControlProvider {
        @Override
        public String name() {
            return "stand-in";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
            return execution;
        }
    }
}
