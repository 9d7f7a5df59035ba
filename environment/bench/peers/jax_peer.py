"""JAX, each step compiled as a whole."""

import sys

from peers import problem

case = problem.Problem.read(sys.argv[1])
problem.confine(case.about["threads"])  # JAX counts the processors when it is imported, and has no setting of its own
import jax  # noqa: E402
from jax import numpy as jnp  # noqa: E402


def outputs(activation, parameters, x):
    act = jax.nn.relu if activation == "relu" else jnp.tanh
    for weight, bias in parameters[:-1]:
        x = act(x @ weight + bias)
    weight, bias = parameters[-1]
    return x @ weight + bias


def loss_of(activation):
    """The mean cross-entropy of a perceptron as a function of parameters, examples and labels."""
    def loss(parameters, x, labels):
        logs = jax.nn.log_softmax(outputs(activation, parameters, x))
        return -jnp.take_along_axis(logs, labels[:, None], axis=1).mean()
    return loss


def layers(blocks):
    values = [jnp.asarray(block) for block in blocks.values()]
    return list(zip(values[::2], values[1::2]))


def train(case):
    updates, loss = case.about["updates"], loss_of(case.about["net"]["activation"])
    x, labels = jnp.asarray(case.features()), jnp.asarray(case.labels())
    rate, momentum = updates["rate"], updates["momentum"]

    def step(parameters, velocity, rows):
        value, gradient = jax.value_and_grad(loss)(parameters, x[rows], labels[rows])
        if momentum:
            velocity = gradient = jax.tree.map(lambda v, g: momentum * v + g, velocity, gradient)
        return value, jax.tree.map(lambda w, g: w - rate * g, parameters, gradient), velocity
    compiled = jax.jit(step, donate_argnums=(0, 1))
    parameters = layers(case.parameters())
    state = [parameters, jax.tree.map(jnp.zeros_like, parameters) if momentum else None]

    def one(rows):
        value, *state[:] = compiled(*state, rows)
        return value
    return case.train(one, lambda: jax.block_until_ready(state))


def hessian(case):
    """Forward mode over reverse mode."""
    loss = loss_of(case.about["net"]["activation"])
    x, labels = jnp.asarray(case.features()), jnp.asarray(case.labels())
    at, direction = layers(case.parameters()), layers(case.parameters("first"))

    @jax.jit
    def product(at, direction):
        return jax.jvp(lambda parameters: jax.grad(loss)(parameters, x, labels), (at,), (direction,))[1]
    found = []

    def work():
        found[:] = [jax.block_until_ready(product(at, direction))]
    seconds = case.repeat(work)
    values, along = jax.tree.leaves(found[0]), jax.tree.leaves(direction)
    norm = sum(float((value.astype(jnp.float32) ** 2).sum()) for value in values) ** 0.5
    curvature = sum(float((value * way).sum()) for value, way in zip(values, along))
    return seconds, case.amount["timed"] * len(x), (norm, curvature)


WORK = {"train": train, "hessian": hessian}

if __name__ == "__main__":
    problem.tell(*WORK[case.about["work"]](case), f"JAX {jax.__version__}")
