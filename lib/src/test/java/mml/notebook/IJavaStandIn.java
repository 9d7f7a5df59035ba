package mml.notebook;

import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.JupyterIO;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.messages.ContentType;
import java.util.ArrayList;
import java.util.List;

/** The kernel that IJava is made of, with a page that remembers what is sent to it, and no language. */
public final class IJavaStandIn extends BaseKernel {
    private final List<DisplayData> sent = new ArrayList<>();
    private final Io io = new Io(new Page(sent));

    List<DisplayData> sent() {
        return sent;
    }

    /** Does what the kernel does at the end of a cell. */
    void endCell() {
        io.end();
    }

    @Override
    public JupyterIO getIO() {
        return io;
    }

    @Override
    public void display(DisplayData data) {
        io.display.display(data);
    }

    private static final class Io extends JupyterIO {
        private final Page page;

        Io(Page page) {
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
    public DisplayData eval(String source) {
        throw new UnsupportedOperationException("no language");
    }

    @Override
    public LanguageInfo getLanguageInfo() {
        throw new UnsupportedOperationException("no language");
    }
}
