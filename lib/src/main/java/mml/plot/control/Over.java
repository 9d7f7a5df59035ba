package mml.plot.control;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.Function;
import mml.math.Progress;
import mml.plot.Figure;

/**
 * The parameters of a control that is yet to be drawn, with their types, so that the compiler knows what its figure is a
 * function of. {@link Control#over} begins one.
 */
public final class Over {
    private Over() {}

    /**
     * One parameter.
     *
     * @param <A> the type of its values
     */
    public static final class One<A> {
        private final Choice<A> a;

        One(Choice<A> a) {
            this.a = a;
        }

        /**
         * Returns this parameter and another.
         *
         * @param name its name, not blank
         * @param values at least two, no two of them with the same text
         * @param <B> the values' type
         * @return both
         * @throws IllegalArgumentException if the name is blank or cannot be drawn, or the values are fewer or alike
         */
        @SafeVarargs
        @SuppressWarnings("varargs") // the array is only read
        public final <B> Two<A, B> and(String name, B... values) {
            return new Two<>(a, Choice.of(name, values));
        }

        /**
         * Draws a frame for each value, several at once.
         *
         * @param figure the figure as a function of the value; called on several threads
         * @return the control
         * @throws IllegalArgumentException as {@link Control} says
         * @throws CancellationException if stopped
         */
        public Control draws(Function<? super A, ? extends Figure> figure) {
            return draws(figure, Progress.none());
        }

        /**
         * Draws a frame for each value, several at once, and tells how far it is.
         *
         * @param figure the figure as a function of the value; called on several threads
         * @param progress is told after every frame
         * @return the control
         * @throws IllegalArgumentException as {@link Control} says
         * @throws CancellationException if stopped
         */
        public Control draws(Function<? super A, ? extends Figure> figure, Progress progress) {
            return Control.drawn(List.of(a), at -> figure.apply(a.values().get(at[0])), progress);
        }
    }

    /**
     * Two parameters.
     *
     * @param <A> the type of the first one's values
     * @param <B> the type of the second one's values
     */
    public static final class Two<A, B> {
        private final Choice<A> a;
        private final Choice<B> b;

        Two(Choice<A> a, Choice<B> b) {
            this.a = a;
            this.b = b;
        }

        /**
         * Returns these parameters and a third.
         *
         * @param name its name, not blank
         * @param values at least two, no two of them with the same text
         * @param <C> the values' type
         * @return all three
         * @throws IllegalArgumentException if the name is blank or cannot be drawn, or the values are fewer or alike
         */
        @SafeVarargs
        @SuppressWarnings("varargs") // the array is only read
        public final <C> Three<A, B, C> and(String name, C... values) {
            return new Three<>(a, b, Choice.of(name, values));
        }

        /**
         * Draws a frame for each pair of values, several at once.
         *
         * @param figure the figure as a function of the values; called on several threads
         * @return the control
         * @throws IllegalArgumentException as {@link Control} says
         * @throws CancellationException if stopped
         */
        public Control draws(BiFunction<? super A, ? super B, ? extends Figure> figure) {
            return draws(figure, Progress.none());
        }

        /**
         * Draws a frame for each pair of values, several at once, and tells how far it is.
         *
         * @param figure the figure as a function of the values; called on several threads
         * @param progress is told after every frame
         * @return the control
         * @throws IllegalArgumentException as {@link Control} says
         * @throws CancellationException if stopped
         */
        public Control draws(BiFunction<? super A, ? super B, ? extends Figure> figure, Progress progress) {
            return Control.drawn(
                    List.of(a, b),
                    at -> figure.apply(a.values().get(at[0]), b.values().get(at[1])),
                    progress);
        }
    }

    /**
     * Three parameters.
     *
     * @param <A> the type of the first one's values
     * @param <B> the type of the second one's values
     * @param <C> the type of the third one's values
     */
    public static final class Three<A, B, C> {
        private final Choice<A> a;
        private final Choice<B> b;
        private final Choice<C> c;

        Three(Choice<A> a, Choice<B> b, Choice<C> c) {
            this.a = a;
            this.b = b;
            this.c = c;
        }

        /**
         * Draws a frame for each triple of values, several at once.
         *
         * @param figure the figure as a function of the values; called on several threads
         * @return the control
         * @throws IllegalArgumentException as {@link Control} says
         * @throws CancellationException if stopped
         */
        public Control draws(Drawing<? super A, ? super B, ? super C> figure) {
            return draws(figure, Progress.none());
        }

        /**
         * Draws a frame for each triple of values, several at once, and tells how far it is.
         *
         * @param figure the figure as a function of the values; called on several threads
         * @param progress is told after every frame
         * @return the control
         * @throws IllegalArgumentException as {@link Control} says
         * @throws CancellationException if stopped
         */
        public Control draws(Drawing<? super A, ? super B, ? super C> figure, Progress progress) {
            return Control.drawn(
                    List.of(a, b, c),
                    at -> figure.of(
                            a.values().get(at[0]),
                            b.values().get(at[1]),
                            c.values().get(at[2])),
                    progress);
        }
    }

    /**
     * A figure as a function of three values.
     *
     * @param <A> the type of the first
     * @param <B> the type of the second
     * @param <C> the type of the third
     */
    @FunctionalInterface
    public interface Drawing<A, B, C> {
        /**
         * Returns the figure.
         *
         * @param a the first parameter's value
         * @param b the second parameter's value
         * @param c the third parameter's value
         * @return the figure
         */
        Figure of(A a, B b, C c);
    }
}
