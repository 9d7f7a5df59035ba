"""NumPy, with the gradient written by hand and every large array reused."""

import sys
import time

import numpy

from peers import problem


class Perceptron:
    """Dense layers with an activation between them, and their gradient of the mean cross-entropy, for one batch size."""

    def __init__(self, blocks, activation, batch):
        names = list(blocks)
        self.weights = [blocks[name].copy() for name in names[::2]]
        self.biases = [blocks[name].copy() for name in names[1::2]]
        self.relu = activation == "relu"
        self.outputs = [numpy.empty((batch, w.shape[1]), numpy.float32) for w in self.weights]
        self.slopes = [numpy.empty_like(output) for output in self.outputs]
        self.gradients = [(numpy.empty_like(w), numpy.empty_like(b)) for w, b in zip(self.weights, self.biases)]
        self.velocities = [(numpy.zeros_like(w), numpy.zeros_like(b)) for w, b in zip(self.weights, self.biases)]

    def forward(self, x):
        for layer, (weight, bias, z) in enumerate(zip(self.weights, self.biases, self.outputs)):
            numpy.dot(x, weight, out=z)
            z += bias
            if layer < len(self.weights) - 1:
                numpy.maximum(z, 0, out=z) if self.relu else numpy.tanh(z, out=z)
            x = z
        return x

    def loss(self, labels):
        """The mean loss; the last outputs become the probabilities."""
        z = self.outputs[-1]
        z -= z.max(axis=1, keepdims=True)
        numpy.exp(z, out=z)
        z /= z.sum(axis=1, keepdims=True)
        return -numpy.log(z[numpy.arange(len(labels)), labels]).mean(dtype=numpy.float64)

    def backward(self, x, labels):
        slope = self.outputs[-1]
        slope[numpy.arange(len(labels)), labels] -= 1
        slope /= len(labels)
        for layer in reversed(range(len(self.weights))):
            before = self.outputs[layer - 1] if layer else x
            weight, bias = self.gradients[layer]
            numpy.dot(before.T, slope, out=weight)
            slope.sum(axis=0, out=bias)
            if layer:
                below = numpy.dot(slope, self.weights[layer].T, out=self.slopes[layer - 1])
                if self.relu:
                    below *= before > 0
                else:
                    before *= before  # tanh' = 1 - tanh^2
                    numpy.subtract(1, before, out=before)
                    below *= before
                slope = below

    def update(self, rate, momentum):
        for layer, pair in enumerate(zip(self.gradients, self.velocities)):
            for values, gradient, velocity in zip((self.weights[layer], self.biases[layer]), *pair):
                if momentum:
                    velocity *= momentum
                    velocity += gradient
                    numpy.multiply(velocity, numpy.float32(rate), out=gradient)
                else:
                    gradient *= numpy.float32(rate)
                values -= gradient


def train(case):
    x, labels, updates = case.features(), case.labels(), case.about["updates"]
    net = Perceptron(case.parameters(), case.about["net"]["activation"], updates["batch"])
    batch = numpy.empty((updates["batch"], x.shape[1]), numpy.float32)

    def step(rows):
        numpy.take(x, rows, axis=0, out=batch)
        right = labels[rows]
        net.forward(batch)
        loss = net.loss(right)
        net.backward(batch, right)
        net.update(updates["rate"], updates["momentum"])
        return loss
    return case.train(step)


def evaluate(case):
    """Loss and accuracy over all examples, a batch at a time."""
    x, labels, size = case.features(), case.labels(), case.about["updates"]["batch"]
    net = Perceptron(case.parameters(), case.about["net"]["activation"], size)
    sums = []

    def work():
        sums[:] = scores(net, x, labels, size)
    seconds = case.repeat(work)
    return seconds, case.amount["timed"] * len(x), sums


def scores(net, x, labels, size):
    loss = right = 0
    for at in range(0, len(x), size):
        part = labels[at:at + size]
        right += numpy.count_nonzero(net.forward(x[at:at + size]).argmax(axis=1) == part)
        loss += net.loss(part) * len(part)
    return loss / len(x), right / len(x)


def surface(case):
    """Loss and accuracy at the points that are checked: each costs the same, so that they stand for all."""
    x, labels, size = case.features(), case.labels(), case.about["updates"]["batch"]
    centre, first, second = (list(case.parameters(file).values()) for file in ("parameters", "first", "second"))
    net = Perceptron(case.parameters(), case.about["net"]["activation"], size)

    def loss(point):
        a, b = (numpy.float32(coordinate) for coordinate in point)
        moved = [w + a * d + b * e for w, d, e in zip(centre, first, second)]
        net.weights, net.biases = moved[::2], moved[1::2]
        return scores(net, x, labels, size)[0]
    points = case.points()
    for point in points[:case.amount["warm"]]:
        loss(point)
    began = time.perf_counter()
    losses = [loss(point) for point in points]
    return time.perf_counter() - began, len(points), losses


def product(case):
    n = case.about["net"]["sizes"][0]
    a, b = filled(n, 7919, 1009), filled(n, 104729, 997)
    c = numpy.empty((n, n), numpy.float32)
    seconds = case.repeat(lambda: numpy.dot(a, b, out=c))
    return seconds, 2 * n**3 * case.amount["timed"], (numpy.linalg.norm(c.astype(numpy.float64)), c[-1, -1])


def filled(n, factor, modulus):
    numbers = numpy.arange(n * n, dtype=numpy.int64)
    return (factor * numbers % modulus / modulus - 0.5).astype(numpy.float32).reshape(n, n)


WORK = {"train": train, "evaluate": evaluate, "surface": surface, "product": product}

if __name__ == "__main__":
    case = problem.Problem.read(sys.argv[1])
    problem.tell(*WORK[case.about["work"]](case), f"NumPy {numpy.__version__}")
