"""PyTorch on the processor, in its own idiom; images channels last."""

import sys
import time

import torch
from torch import nn
from torch.nn import functional

from peers import problem


class Block(nn.Module):
    """A block of ResNet-20 with its shortcut, projected where the shape changes."""

    def __init__(self, before, filters, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(before, filters, 3, stride, 1, bias=False)
        self.norm1 = nn.BatchNorm2d(filters)
        self.conv2 = nn.Conv2d(filters, filters, 3, 1, 1, bias=False)
        self.norm2 = nn.BatchNorm2d(filters)
        self.shortcut = None
        if stride > 1:
            self.shortcut = nn.ModuleDict({"conv": nn.Conv2d(before, filters, 1, stride, bias=False),
                                           "norm": nn.BatchNorm2d(filters)})

    def forward(self, x):
        z = self.norm2(self.conv2(functional.relu(self.norm1(self.conv1(x)))))
        if self.shortcut is not None:
            x = self.shortcut["norm"](self.shortcut["conv"](x))
        return functional.relu(z + x)


class ResNet(nn.Module):
    def __init__(self, depth):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 16, 3, 1, 1, bias=False)
        self.norm1 = nn.BatchNorm2d(16)
        before = 16
        for stage, filters in enumerate((16, 32, 64), 1):
            blocks = nn.ModuleDict()
            for number in range(1, (depth - 2) // 6 + 1):
                blocks[f"block{number}"] = Block(before, filters, 2 if stage > 1 and number == 1 else 1)
                before = filters
            setattr(self, f"stage{stage}", blocks)
        self.head = nn.Linear(64, 10)

    def forward(self, x):
        x = functional.relu(self.norm1(self.conv1(x)))
        for stage in (self.stage1, self.stage2, self.stage3):
            for block in stage.values():
                x = block(x)
        return self.head(x.mean(dim=(2, 3)))


def perceptron(sizes, activation):
    net = nn.Sequential()
    for number, (before, after) in enumerate(zip(sizes, sizes[1:]), 1):
        last = number == len(sizes) - 1
        net.add_module("head" if last else f"hidden{number}", nn.Linear(before, after))
        if not last:
            net.add_module(f"activation{number}", nn.ReLU() if activation == "relu" else nn.Tanh())
    return net


def network(case):
    """The network with the parameters that all sides begin with."""
    net = case.about["net"]
    made = ResNet(net["sizes"][0]) if net["model"] == "resnet" else perceptron(net["sizes"], net["activation"])
    with torch.no_grad():
        for tensor, values in pairs(made, case.parameters()):
            tensor.copy_(values)
    return made.to(memory_format=torch.channels_last) if net["model"] == "resnet" else made


NAMES = {"scale": "weight", "shift": "bias", "mean": "running_mean", "variance": "running_var"}


def pairs(net, blocks):
    """Each tensor of the network with the numbers of its block, in PyTorch's layout."""
    state = net.state_dict()
    for name, values in blocks.items():
        layer, kind = name.rsplit(".", 1)
        tensor = state[f"{layer}.{NAMES.get(kind, kind)}"]
        values = torch.from_numpy(values.copy())
        moved = values.permute(3, 2, 0, 1) if values.dim() == 4 else values.T if values.dim() == 2 else values
        yield tensor, moved


def examples(case):
    """Features as PyTorch wants them, and labels."""
    x = torch.from_numpy(case.features())
    if case.about["net"]["model"] == "resnet":
        x = x.view(-1, 32, 32, 3).permute(0, 3, 1, 2)  # these strides are channels last
    return x, torch.from_numpy(case.labels())


def train(case):
    net, (x, labels), updates = network(case), examples(case), case.about["updates"]
    net.train()
    optimiser = torch.optim.SGD(net.parameters(), lr=updates["rate"], momentum=updates["momentum"])

    def step(rows):
        rows = torch.from_numpy(rows)
        optimiser.zero_grad(set_to_none=True)
        loss = functional.cross_entropy(net(x[rows]), labels[rows])
        loss.backward()
        optimiser.step()
        return loss.detach()
    return case.train(step)


def scores(net, x, labels, size):
    """Loss and accuracy over all examples, a batch at a time."""
    loss = right = 0.0
    with torch.inference_mode():
        for at in range(0, len(x), size):
            part = labels[at:at + size]
            outputs = net(x[at:at + size])
            loss += functional.cross_entropy(outputs, part, reduction="sum").item()
            right += (outputs.argmax(dim=1) == part).sum().item()
    return loss / len(x), right / len(x)


def evaluate(case):
    net, (x, labels), size = network(case), examples(case), case.about["updates"]["batch"]
    net.eval()
    found = []

    def work():
        found[:] = scores(net, x, labels, size)
    seconds = case.repeat(work)
    return seconds, case.amount["timed"] * len(x), found


def surface(case):
    """Loss and accuracy at the points that are checked: each costs the same, so that they stand for all."""
    net, (x, labels), size = network(case), examples(case), case.about["updates"]["batch"]
    net.eval()
    lines = [list(pairs(net, case.parameters(file))) for file in ("parameters", "first", "second")]
    moves = [(tensor, w.contiguous(), d.contiguous(), e.contiguous()) for (tensor, w), (_, d), (_, e) in zip(*lines)]

    def loss(point):
        a, b = point
        with torch.no_grad():
            for tensor, w, d, e in moves:
                tensor.copy_(w + a * d + b * e)
        return scores(net, x, labels, size)[0]
    points = case.points()
    for point in points[:case.amount["warm"]]:
        loss(point)
    began = time.perf_counter()
    losses = [loss(point) for point in points]
    return time.perf_counter() - began, len(points), losses


def hessian(case):
    """The gradient of the gradient's inner product with the direction; the first gradient's graph is built each time."""
    net, (x, labels) = network(case), examples(case)
    net.eval()
    state = dict(net.named_parameters())
    own = {tensor.data_ptr(): direction for tensor, direction in pairs(net, case.parameters("first"))}
    weights = list(state.values())
    directions = [own[weight.data_ptr()].contiguous() for weight in weights]
    found = []

    def work():
        loss = functional.cross_entropy(net(x), labels)
        gradients = torch.autograd.grad(loss, weights, create_graph=True)
        slope = sum((gradient * direction).sum() for gradient, direction in zip(gradients, directions))
        found[:] = torch.autograd.grad(slope, weights)
    seconds = case.repeat(work)
    norm = sum(product.double().square().sum() for product in found).sqrt()
    curvature = sum((product.double() * direction).sum() for product, direction in zip(found, directions))
    return seconds, case.amount["timed"] * len(x), (norm, curvature)


WORK = {"train": train, "evaluate": evaluate, "surface": surface, "hessian": hessian}

if __name__ == "__main__":
    case = problem.Problem.read(sys.argv[1])
    torch.set_num_threads(case.about["threads"])
    problem.tell(*WORK[case.about["work"]](case), f"PyTorch {torch.__version__}")
