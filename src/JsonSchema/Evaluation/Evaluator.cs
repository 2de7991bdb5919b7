using System.Runtime.CompilerServices;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Evaluation;

/// <summary>The state of one evaluation: the instance, and how much work is left before it is given up.</summary>
internal ref struct Evaluator
{
    /// <summary>Below this depth the stack is not asked: it holds that much in any case.</summary>
    private const int UncheckedDepth = 100;

    private const long BaseSteps = 1_000_000;
    private const long StepsPerValue = 200;

    public readonly ReadOnlySpan<byte> Text;
    public readonly ReadOnlySpan<TapeEntry> Tape;
    private long _steps;
    private int _depth;

    public Evaluator(JsonInstance instance)
    {
        Text = instance.Text;
        Tape = instance.Tape;
        _steps = BaseSteps + (StepsPerValue * Tape.Length);
    }

    public UndecidedReason Undecided { get; private set; }

    /// <summary>Accounts for the work of a loop. False once the evaluation is given up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Charge(int steps)
    {
        _steps -= steps;
        return _steps >= 0 || GiveUp(UndecidedReason.Steps);
    }

    /// <summary>To be called before a schema is applied; false where it must not be. Every true is followed by <see cref="Leave"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Enter()
    {
        _steps--;
        if (_steps < 0)
        {
            return GiveUp(UndecidedReason.Steps);
        }

        if (_depth >= UncheckedDepth && !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return GiveUp(UndecidedReason.Stack);
        }

        _depth++;
        return true;
    }

    public void Leave() => _depth--;

    /// <summary>Ends the evaluation without an answer; the first reason stays. Always false.</summary>
    public bool GiveUp(UndecidedReason reason)
    {
        _steps = -1;
        Undecided = Undecided == UndecidedReason.None ? reason : Undecided;
        return false;
    }

    /// <summary>A string's or number's text as it stands.</summary>
    public readonly ReadOnlySpan<byte> Raw(int index)
    {
        ref readonly var entry = ref Tape[index];
        return Text.Slice(entry.Start, entry.Length);
    }
}
