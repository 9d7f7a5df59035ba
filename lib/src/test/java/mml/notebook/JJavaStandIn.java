package mml.notebook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.dflib.jjava.jupyter.messages.ContentType;

/** JJava's own kernel with a page that remembers what is sent to it, and no language. */
public final class JJavaStandIn extends BaseKernel {
    private final List<DisplayData> sent;

    JJavaStandIn() {
        this(new ArrayList<>());
    }

    private JJavaStandIn(List<DisplayData> sent) {
        super(
                "stand-in",
                "1",
                null,
                List.of(),
                null,
                new Io(new Page(sent)),
                new CommManager(),
                new Renderer(),
                null,
                new MagicsRegistry(),
                false,
                new StringStyler("", "", "", line -> ""));
        this.sent = sent;
    }

    List<DisplayData> sent() {
        return sent;
    }

    /** Does what the kernel does at the end of a cell. */
    void endCell() {
        ((Io) getIO()).end();
    }

    private static final class Io extends JupyterIO {
        private final Page page;

        Io(Page page) {
            super(StandardCharsets.UTF_8);
            this.page = page;
            setEnv(page);
        }

        void end() {
            retractEnv(page);
        }
    }

    private static final class Page extends ShellReplyEnvironment {
        private final List<DisplayData> sent;

        Page(List<DisplayData> sent) {
            super(null, null, null, null);
            this.sent = sent;
        }

        @Override
        public <T extends ContentType<T>> void publish(T content) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("the socket refuses interrupted threads");
            }
            sent.add((DisplayData) content);
        }
    }

    @Override
    public Object evalRaw(String source) {
        throw new UnsupportedOperationException("no language");
    }

    @Override
    public DisplayData inspect(String code, int at, boolean isDetailed) {
        throw new UnsupportedOperationException("no language");
    }

    @Override
    public ReplacementOptions complete(String code, int at) {
        throw new UnsupportedOperationException("no language");
    }

    @Override
    public String isComplete(String code) {
        throw new UnsupportedOperationException("no language");
    }
}
