/**
 * Networks as files of ONNX, which other libraries read.
 *
 * <p>Start from {@link mml.tribuo.onnx.OnnxFile}.
 *
 * <p>May use {@code mml.nn}, {@code mml.nn.layer} and {@code mml.math}, and the classes of ONNX's messages that Tribuo brings.
 */
package mml.tribuo.onnx;
