"""How the search is compiled: once, kept on disk, without the interpreter's lock so that two chains run side by side.

Tables are reached by their address, as in C: numba passes an array as seven values and counts its references, which
made the search ten times slower and its compilation minutes long. Whoever holds the arrays keeps them alive.
"""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numpy as np
from llvmlite import ir
from numba import config, from_dtype, njit, types
from numba.extending import intrinsic

# The same machine code for every machine of a kind, so that what an image brings is used wherever it runs.
for _name, _value in {
    "CACHE_LOCATOR_CLASSES": "domain.conferences.planner.search.kept.Kept",
    "CPU_NAME": "generic",
    "CPU_FEATURES": "",
}.items():
    setattr(config, _name, _value)

Function = TypeVar("Function", bound=Callable[..., Any])
Address = int
Row = Any  # a record: a row of a table, read and written by the names of its fields

whole = cast("Callable[[Any], int]", np.int64)  # a number of 64 bits also where nothing says so

_OPTIONS: dict[str, Any] = {"nogil": True, "error_model": "numpy", "_nrt": False}
_INNER: dict[str, Any] = {**_OPTIONS, "no_cpython_wrapper": True, "no_cfunc_wrapper": True}


def entered(function: Function) -> Function:
    """Called from Python: machine code from the first call on, afterwards from the cache, with all it calls."""
    return cast("Function", njit(cache=True, **_OPTIONS)(function))


def compiled(function: Function) -> Function:
    """Called from compiled code only: nothing is made for Python, nothing is kept by itself."""
    inner = njit(**_INNER)
    return cast("Function", inner(function))


@intrinsic
def _lowest_bit(_typing: Any, _word: Any) -> Any:
    """The place of the lowest bit of a word that is not zero."""

    def generate(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        return builder.cttz(arguments[0], ir.Constant(ir.IntType(1), 1))

    return types.uint64(types.uint64), generate


lowest_bit = cast("Callable[[np.uint64], np.uint64]", _lowest_bit)


def rows_of(dtype: np.dtype[np.void]) -> Callable[[Address, int], Row]:
    """A function (address, index) -> row, for the compiled code."""
    row = from_dtype(dtype)

    @intrinsic
    def at(_typing: Any, _address: Any, _index: Any) -> Any:
        def generate(context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
            offset = builder.mul(arguments[1], ir.Constant(ir.IntType(64), dtype.itemsize))
            return builder.inttoptr(builder.add(arguments[0], offset), context.get_value_type(row))

        return row(types.int64, types.int64), generate

    return cast("Callable[[Address, int], Row]", at)


def _cell(builder: Any, address: Any, index: Any, bits: int) -> Any:
    offset = builder.mul(index, ir.Constant(ir.IntType(64), bits // 8))
    return builder.inttoptr(builder.add(address, offset), ir.IntType(bits).as_pointer())


def _reading(bits: int, found: Any) -> Callable[[Address, int], Any]:
    @intrinsic
    def read(_typing: Any, _address: Any, _index: Any) -> Any:
        def generate(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
            value = builder.load(_cell(builder, arguments[0], arguments[1], bits))
            return builder.sext(value, ir.IntType(64)) if bits < 64 else value  # noqa: PLR2004 - a word

        return found(types.int64, types.int64), generate

    return cast("Callable[[Address, int], Any]", read)


def _writing(bits: int, given: Any) -> Callable[[Address, int, Any], None]:
    @intrinsic
    def write(_typing: Any, _address: Any, _index: Any, _value: Any) -> Any:
        def generate(context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
            value = builder.trunc(arguments[2], ir.IntType(bits)) if bits < 64 else arguments[2]  # noqa: PLR2004
            builder.store(value, _cell(builder, arguments[0], arguments[1], bits))
            return context.get_dummy_value()

        return types.void(types.int64, types.int64, given), generate

    return cast("Callable[[Address, int, Any], None]", write)


int_at, set_int = _reading(32, types.int64), _writing(32, types.int64)
long_at, set_long = _reading(64, types.int64), _writing(64, types.int64)
word_at, set_word = _reading(64, types.uint64), _writing(64, types.uint64)


@compiled
def add_int(address: Address, index: int, amount: int) -> None:
    set_int(address, index, int_at(address, index) + amount)


@compiled
def add_long(address: Address, index: int, amount: int) -> None:
    set_long(address, index, long_at(address, index) + amount)
