using System.Runtime.CompilerServices;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Evaluation;

/// <summary>The state of one evaluation: the instance, and how much work is left before the evaluation gives up.</summary>
internal ref struct Evaluator
{
    /// <summary>Up to this depth the stack is not checked, since it is large enough in any case.</summary>
    private const int UncheckedDepth = 100;

    private const long BaseSteps = 1_000_000;
    private const long StepsPerValue = 200;

    /// <summary>The part of the steps that is spent without remembering verdicts; most evaluations need a thousandth of it.</summary>
    private const int PartWithoutMemory = 200;

    public readonly ReadOnlySpan<byte> Text;
    public readonly ReadOnlySpan<TapeEntry> Tape;
    private long _steps;
    private long _stepsWithMemory;
    private int _depth;

    public Evaluator(JsonInstance instance)
    {
        Text = instance.Text;
        Tape = instance.Tape;
        var all = BaseSteps + (StepsPerValue * Tape.Length);
        _steps = all / PartWithoutMemory;
        _stepsWithMemory = all - _steps;
    }

    public UndecidedReason Undecided { get; private set; }

    /// <summary>
    /// The verdicts so far, once the evaluation has taken long: schemas that reach another one in more than one way would ask it the same
    /// question a number of times that is exponential in their depth.
    /// </summary>
    public VerdictMemory? Memory { get; private set; }

    /// <summary>Accounts for the work of a loop. False once the evaluation has given up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Charge(int steps)
    {
        _steps -= steps;
        return _steps >= 0 || HasMoreSteps();
    }

    /// <summary>
    /// Call before a schema is applied; where it returns false the schema must not be applied. Call <see cref="Leave"/> after each true.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Enter()
    {
        _steps--;
        if (_steps < 0 && !HasMoreSteps())
        {
            return false;
        }

        if (_depth >= UncheckedDepth && !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return GiveUp(UndecidedReason.Stack);
        }

        _depth++;
        return true;
    }

    public void Leave() => _depth--;

    /// <summary>Ends the evaluation without a verdict; the first reason is kept. Always false.</summary>
    public bool GiveUp(UndecidedReason reason)
    {
        (_steps, _stepsWithMemory) = (-1, 0);
        Undecided = Undecided == UndecidedReason.None ? reason : Undecided;
        return false;
    }

    /// <summary>Grants the second part of the steps, with a memory; false if that is spent too.</summary>
    private bool HasMoreSteps()
    {
        if (_stepsWithMemory + _steps < 0 || Undecided != UndecidedReason.None)
        {
            return GiveUp(UndecidedReason.Steps);
        }

        _steps += _stepsWithMemory;
        _stepsWithMemory = 0;
        Memory ??= new VerdictMemory();
        return true;
    }

    /// <summary>The text of a string (without its quotes) or a number, as it is written.</summary>
    public readonly ReadOnlySpan<byte> Raw(int index)
    {
        ref readonly var entry = ref Tape[index];
        return Text.Slice(entry.Start, entry.Length);
    }
}

/// <summary>Why an evaluation ended without a verdict. An undecided instance is never valid.</summary>
internal enum UndecidedReason
{
    None,

    /// <summary>The schema needs more steps than an instance of that size is granted.</summary>
    Steps,

    /// <summary>The stack has no room for the next level.</summary>
    Stack,

    /// <summary>A backtracking pattern used up its time.</summary>
    PatternTime,
}
