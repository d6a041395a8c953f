"""The short way of compiling a rule that only other rules call.

numba compiles every function for itself: it rewrites it many times over, optimises it together with all that it calls,
and turns it into machine code, and then does the same again one call higher. For some four hundred small rules, seven
calls deep, that is two fifths of the time to compile the model. An inner rule needs none of it before the whole is put
together: here it is read, typed and written down once, and optimised where it is used.

And where it is used nobody else needs it: linked code that stays visible keeps every argument of every call, and
an array is seven numbers, of which a rule reads two. Hidden, what nobody reads is not handed over, and a rule with
one caller is put in its place: runs are half as fast again.

numba documents compilers of one's own (`CompilerBase`); the library below leans on its inside, which is why
`sim.compiled` uses this file only with the releases for which it was written and tested.
"""

from __future__ import annotations

from typing import Any

from llvmlite.binding import Linkage
from numba.core.codegen import JITCodeLibrary
from numba.core.compiler import Compiler, CompilerBase, _LowerResult
from numba.core.compiler_machinery import PassManager, register_pass
from numba.core.typed_passes import (
    AnnotateTypes,
    IRLegalization,
    NativeLowering,
    NoPythonBackend,
    NopythonTypeInference,
    PreLowerStripPhis,
)  # fmt: skip
from numba.core.untyped_passes import FixupArgs, IRProcessing, ReconstructSSA, TranslateByteCode


class InnerLibrary(JITCodeLibrary):
    """Code that is only ever linked into other code: not optimised and never turned into machine code alone."""

    def _optimize_final_module(self) -> None:
        """Nothing: the library that links this one optimises both together."""

    def _finalize_final_module(self) -> None:
        self._finalize_dynamic_globals()
        self._finalized = True


@register_pass(mutates_CFG=True, analysis_only=False)
class InnerLowering(NativeLowering):
    """Writes a typed rule down for linking, and tells numba where other rules find it."""

    _name = "inner_lowering"

    def run_pass(self, state: Any) -> bool:
        """Lower without an executable. numba knows a function by its entry: a bound method stands in, one a rule."""
        context = state.targetctx
        state.library = InnerLibrary(context.codegen(), state.func_id.func_qualname)
        state.library.enable_object_caching()
        state.flags.no_compile = True
        super().run_pass(state)
        state.flags.no_compile = False
        made = state["cr"]
        stand_in = f"{{{state.func_id.func_qualname} has no entry from Python}}".format
        context.insert_user_function(stand_in, made.fndesc, [state.library])
        state["cr"] = _LowerResult(made.fndesc, made.call_helper, cfunc=stand_in, env=made.env)
        return True


class InnerCompiler(CompilerBase):
    """Rules are scalar loops over records: of numba's passes they need these."""

    def define_pipelines(self) -> list[Any]:
        """The passes, in order."""
        manager = PassManager("inner rule")
        for each in (
            TranslateByteCode,
            FixupArgs,
            IRProcessing,
            ReconstructSSA,
            NopythonTypeInference,
            PreLowerStripPhis,
            IRLegalization,
            AnnotateTypes,
            InnerLowering,
            NoPythonBackend,
        ):
            manager.add_pass(each, each.__name__)
        manager.finalize()
        return [manager]


class WholeLibrary(JITCodeLibrary):
    """Code that is complete with what is linked into it: nothing but its own entries is seen from outside."""

    def _optimize_final_module(self) -> None:
        """Hide what was linked in, then optimise.

        Private, not internal: an internal function leaves its name in the machine code, and a rule that is compiled at
        a prompt later would be bound to that name, whose arguments are no longer those that it hands over.
        """
        for each in self._final_module.functions:
            if not each.is_declaration and each.linkage == Linkage.linkonce_odr:
                each.linkage = Linkage.private
        super()._optimize_final_module()


class WholeCompiler(Compiler):
    """Compiles what is kept on disk, parts and doors: numba's own passes, and a library that hides what it holds."""

    def define_pipelines(self) -> list[Any]:
        """numba's passes, as they are."""
        library = WholeLibrary(self.state.targetctx.codegen(), self.state.func_id.func_qualname)
        library.enable_object_caching()
        self.state.library = library
        passes: list[Any] = super().define_pipelines()
        return passes
