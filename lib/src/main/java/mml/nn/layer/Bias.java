package mml.nn.layer;

/** Whether something is added to the products of a layer's weights. */
public enum Bias {
    /** One number for each filter. */
    WITH,
    /** Nothing, as before batch normalisation, which would take it away. */
    WITHOUT
}
