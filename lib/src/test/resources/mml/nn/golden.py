"""Writes golden.json: what PyTorch computes, for the tests of this library to compare with.

    pip install torch numpy && python golden.py

Everything is computed in double precision from numbers that single precision holds exactly (multiples of 1/64), so that what a
test in single precision differs by is its own rounding. All arrays are flat, in this library's layouts: images are [rows,
height, width, channels], weights of a dense layer [in, out], of a convolution [ky, kx, in, out]; parameters are the blocks of a
layer or network one after the other, the running statistics of a batch normalisation (scale, shift, mean, variance) among them.

A layer's case is the function sum(coefficients * output) of its parameters and its input: its output, its gradient, and the
product of its Hessian with a direction.
"""

import json
import pathlib

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
random = torch.Generator().manual_seed(1)
cases = {}


def numbers(*shape, size=1.0):
    """Normal numbers, rounded to multiples of 1/64."""
    return torch.round(torch.randn(*shape, generator=random) * size * 64) / 64


def channels_first(x):
    return x.permute(0, 3, 1, 2) if x.dim() == 4 else x


def channels_last(x):
    return x.permute(0, 2, 3, 1) if x.dim() == 4 else x


def flat(*arrays):
    """All numbers in order, with nine digits: enough for single precision."""
    return [float(f"{v:.9g}") + 0.0 for a in arrays for v in a.detach().reshape(-1).tolist()]


def derivatives(function, at, direction):
    """Value, gradient and product of the Hessian with the direction, each a list like at."""
    at = [a.clone().requires_grad_() for a in at]
    value = function(*at)
    gradient = torch.autograd.grad(value, at, create_graph=True, allow_unused=True)
    gradient = [torch.zeros_like(a) if g is None else g for g, a in zip(gradient, at)]
    slope = sum((g * d).sum() for g, d in zip(gradient, direction))
    if not slope.requires_grad:
        return value, gradient, [torch.zeros_like(a) for a in at]
    product = torch.autograd.grad(slope, at, allow_unused=True)
    return value, gradient, [torch.zeros_like(a) if p is None else p for p, a in zip(product, at)]


def layer(name, function, parameters, x, states=()):
    """A case of a layer; the states are parameters that are not differentiated, after the others."""
    output = function(*parameters, x)
    coefficients = numbers(*output.shape)
    at = [*parameters, x]
    direction = [numbers(*a.shape) for a in at]
    _, gradient, product = derivatives(lambda *p: (coefficients * function(*p)).sum(), at, direction)
    still = [torch.zeros_like(s) for s in states]
    cases[name] = {
        "shape": list(x.shape),
        "parameters": flat(*parameters, *states),
        "input": flat(x),
        "output": flat(output),
        "coefficients": flat(coefficients),
        "gradient": flat(*gradient[:-1], *still),
        "input gradient": flat(gradient[-1]),
        "direction": flat(*direction[:-1], *still),
        "input direction": flat(direction[-1]),
        "product": flat(*product[:-1], *still),
        "input product": flat(product[-1]),
    }


def convolved(x, weight, bias=None, stride=1, padding=0):
    return channels_last(F.conv2d(channels_first(x), weight.permute(3, 2, 0, 1), bias, stride, padding))


def normalised(x, scale, shift, mean, variance, training):
    """Moves mean and variance in training, by PyTorch's momentum 0.1; its epsilon is 1e-5."""
    y = F.batch_norm(channels_first(x), mean, variance, scale, shift, training=training, momentum=0.1, eps=1e-5)
    return channels_last(y)


def layers():
    layer("dense", lambda w, b, x: x @ w + b, [numbers(4, 3), numbers(3)], numbers(5, 4))
    for name, function in {
        "relu": F.relu,
        "tanh": torch.tanh,
        "sigmoid": torch.sigmoid,
        "softsign": F.softsign,
    }.items():
        layer(name, function, [], numbers(3, 4, size=2))
    kernel = [numbers(3, 3, 2, 3)]
    for stride in (1, 2):
        image = numbers(2, 5, 4, 2)
        layer(f"convolution 3x3, stride {stride}, same, without bias",
              lambda w, x: convolved(x, w, None, stride, 1), kernel, image)
        layer(f"convolution 3x3, stride {stride}, same, with bias",
              lambda w, b, x: convolved(x, w, b, stride, 1), [*kernel, numbers(3)], image)
    layer("convolution 3x3, stride 1, valid, with bias",
          lambda w, b, x: convolved(x, w, b), [*kernel, numbers(3)], image)
    layer("convolution 1x1, stride 2, same, without bias",
          lambda w, x: convolved(x, w, None, 2, 0), [numbers(1, 1, 2, 3)], image)
    layer("convolution 5x5, stride 1, same, without bias",
          lambda w, x: convolved(x, w, None, 1, 2), [numbers(5, 5, 1, 2)], numbers(2, 4, 5, 1))
    pooled()
    batch_normalisation("vectors", 6, 3)
    batch_normalisation("images", 3, 2, 3, 2)


def pooled():
    # all different, so that the largest of a window is one number
    image = (torch.randperm(2 * 4 * 6 * 2, generator=random).double().reshape(2, 4, 6, 2) - 48) / 64
    for name, pool in {
        "max pooling 2x2, stride 2, valid": lambda x: F.max_pool2d(x, 2, 2),
        "max pooling 3x3, stride 1, valid": lambda x: F.max_pool2d(x, 3, 1),
        "mean pooling 2x2, stride 2, valid": lambda x: F.avg_pool2d(x, 2, 2),
    }.items():
        layer(name, lambda x: channels_last(pool(channels_first(x))), [], image)


def batch_normalisation(kind, *shape):
    channels = shape[-1]
    x = numbers(*shape) + torch.arange(channels)
    second = 2 * numbers(*shape) - 1
    scale, shift = 1 + numbers(channels, size=0.3), numbers(channels)
    mean, variance = numbers(channels), 1 + numbers(channels, size=0.5).abs()
    for mode in ("training", "evaluation"):
        layer(f"batch normalisation of {kind}, {mode}",
              lambda s, b, x: normalised(x, s, b, mean.clone(), variance.clone(), mode == "training"),
              [scale, shift], x, [mean, variance])
    cases[f"batch normalisation of {kind}, remembered"] = remembered(
        lambda x, training: normalised(x, scale, shift, mean, variance, training),
        [scale, shift, mean, variance], x, second)


def remembered(function, parameters, x, second):
    """Running statistics after two batches in training, then the first of them in evaluation."""
    before = flat(*parameters)
    function(x, True)
    function(second, True)
    return {
        "shape": list(x.shape),
        "parameters": before,
        "input": flat(x),
        "second input": flat(second),
        "remembered": flat(*parameters),
        "evaluated": flat(function(x, False)),
    }


def losses():
    logits, direction = numbers(4, 3, size=2), numbers(4, 3)
    labels = torch.tensor([2, 0, 1, 1])
    shares = torch.tensor([[0.5, 0.25, 0.25], [0.0, 1.0, 0.0], [0.125, 0.125, 0.75], [0.5, 0.5, 0.0]])
    for name, wanted in {"labels": labels, "soft targets": shares}.items():
        value, gradient, product = derivatives(
            lambda z: F.cross_entropy(z, wanted, reduction="sum"), [logits], [direction])
        cases[f"cross-entropy with {name}"] = {
            "logits": flat(logits), "wanted": flat(wanted.double()), "sum": flat(value), "gradient": flat(*gradient),
            "direction": flat(direction), "product": flat(*product)}


def network():
    """Mean cross-entropy of a small residual net in training; what the tests build it from stands in their class."""
    def parts(name, *shape):
        fan_in = shape[0] * shape[1] * shape[2]
        channels = shape[3]
        blocks[name] = numbers(*shape, size=(2 / fan_in) ** 0.5)
        for block, value in {"scale": 1 + numbers(channels, size=0.2), "shift": numbers(channels, size=0.2),
                             "mean": torch.zeros(channels), "variance": torch.ones(channels)}.items():
            blocks[f"{name} {block}"] = value

    blocks = {}
    parts("first", 3, 3, 1, 3)
    parts("one", 3, 3, 3, 3)
    parts("two", 3, 3, 3, 3)
    parts("three", 3, 3, 3, 4)
    parts("shortcut", 1, 1, 3, 4)
    blocks["head"] = numbers(4, 3, size=0.5)
    blocks["head bias"] = numbers(3, size=0.5)
    names = list(blocks)

    def outputs(values, x, training):
        p = dict(zip(names, values))

        def conv(x, name, stride=1):
            weight = p[name]
            x = convolved(x, weight, None, stride, weight.shape[0] // 2)
            mean, variance = p[name + " mean"], p[name + " variance"]
            if torch.is_grad_enabled():
                mean, variance = mean.detach().clone(), variance.detach().clone()
            return normalised(x, p[name + " scale"], p[name + " shift"], mean, variance, training)

        x = F.relu(conv(x, "first"))
        x = F.relu(conv(F.relu(conv(x, "one")), "two") + x)
        x = F.relu(conv(x, "three", 2) + conv(x, "shortcut", 2))
        return x.mean(dim=(1, 2)) @ p["head"] + p["head bias"]

    x, second, labels = numbers(4, 6, 6, 1), numbers(4, 6, 6, 1), torch.tensor([0, 2, 1, 2])
    at = list(blocks.values())
    direction = [numbers(*a.shape) * (0 if n.endswith((" mean", " variance")) else 1) for n, a in blocks.items()]
    value, gradient, product = derivatives(lambda *p: F.cross_entropy(outputs(p, x, True), labels), at, direction)
    case = {"outputs": flat(outputs(at, x, True)), "labels": flat(labels.double()), "loss": flat(value),
            "gradient": flat(*gradient), "direction": flat(*direction), "product": flat(*product)}
    with torch.no_grad():
        cases["network"] = case | remembered(lambda x, training: outputs(at, x, training), at, x, second)


def optimisers():
    """Five steps on sum(curvature * (x - minimum)^2) / 2; the parameters after each."""
    start, curvature, minimum = numbers(6), numbers(6).abs() + 0.25, numbers(6)
    common = {"start": flat(start), "curvature": flat(curvature), "minimum": flat(minimum)}
    for name, make in {
        "sgd, rate 0.125, nesterov momentum 0.875, decay 0.0625":
            lambda x: torch.optim.SGD([x], lr=0.125, momentum=0.875, nesterov=True, weight_decay=0.0625),
        "sgd, rate 0.125, momentum 0.875, decay 0.0625":
            lambda x: torch.optim.SGD([x], lr=0.125, momentum=0.875, weight_decay=0.0625),
        "adam, rate 0.125, betas 0.9 and 0.999, epsilon 1e-8":
            lambda x: torch.optim.Adam([x], lr=0.125),
        "adam, rate 0.125, betas 0.875 and 0.9375, epsilon 1e-8, decay 0.0625":
            lambda x: torch.optim.Adam([x], lr=0.125, betas=(0.875, 0.9375), weight_decay=0.0625),
        "adamw, rate 0.125, betas 0.9 and 0.999, epsilon 1e-8, decay 0.0625":
            lambda x: torch.optim.AdamW([x], lr=0.125, weight_decay=0.0625),
    }.items():
        x = start.clone().requires_grad_()
        optimiser = make(x)
        steps = []
        for _ in range(5):
            optimiser.zero_grad()
            (curvature * (x - minimum) ** 2 / 2).sum().backward()
            optimiser.step()
            steps.append(x.detach().clone())
        cases[name] = common | {"steps": flat(*steps)}


layers()
losses()
network()
optimisers()
lines = []
for name, case in cases.items():
    arrays = ",\n".join(f"    {json.dumps(key)}: {json.dumps(value, separators=(',', ':'))}" for key, value in case.items())
    lines.append(f"  {json.dumps(name)}: {{\n{arrays}\n  }}")
made = f'  "made by": "golden.py with PyTorch {torch.__version__.split("+")[0]}"'
pathlib.Path(__file__).with_name("golden.json").write_text("{\n" + ",\n".join([made, *lines]) + "\n}\n")
