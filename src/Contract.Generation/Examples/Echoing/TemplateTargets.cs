using SocialContract.Contract.Model;

namespace SocialContract.Contract.Generation.Examples.Echoing;

/// <summary>The targets of echoes and sequences in an example. A target is removed once it is found.</summary>
internal sealed class TemplateTargets(IReadOnlyList<Echo> echoes, IReadOnlyList<string> sequences)
{
    private readonly List<Echo> _echoes = [.. echoes];
    private readonly List<string> _sequences = [.. sequences];

    /// <summary>Echoes whose target has not been found.</summary>
    public IReadOnlyList<Echo> Unused => _echoes;

    /// <summary>Sequences whose target has not been found.</summary>
    public IReadOnlyList<string> UnusedSequences => _sequences;

    /// <summary>Removes and returns the echo with exactly that target; null where there is none.</summary>
    public Echo? Take(string pointer)
    {
        var index = _echoes.FindIndex(echo => echo.Target == pointer);
        if (index < 0)
        {
            return null;
        }

        var echo = _echoes[index];
        _echoes.RemoveAt(index);
        return echo;
    }

    /// <summary>Removes the sequence with that target; false where there is none.</summary>
    public bool TakeSequence(string pointer) => _sequences.Remove(pointer);

    /// <summary>Whether a descendant of the place is a target.</summary>
    public bool HasBelow(string pointer) =>
        _echoes.Exists(echo => IsBelow(echo.Target, pointer)) || _sequences.Exists(target => IsBelow(target, pointer));

    private static bool IsBelow(string target, string pointer) =>
        target.Length > pointer.Length && target[pointer.Length] == '/' && target.StartsWith(pointer, StringComparison.Ordinal);
}
