using SocialContract.Contract.Model;

namespace SocialContract.Contract.Generation.Examples.Echoing;

/// <summary>Where in a value echoes go. What was found there is ticked off.</summary>
internal sealed class TemplateTargets(IReadOnlyList<Echo> echoes, IReadOnlyList<string> sequences)
{
    private readonly List<Echo> _echoes = [.. echoes];
    private readonly List<string> _sequences = [.. sequences];

    /// <summary>Echoes whose place has not been seen.</summary>
    public IReadOnlyList<Echo> Unused => _echoes;

    public IReadOnlyList<string> UnusedSequences => _sequences;

    /// <summary>The echo for that very place, once.</summary>
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

    /// <summary>Whether the place counts upwards; true once.</summary>
    public bool TakeSequence(string pointer) => _sequences.Remove(pointer);

    public bool HasBeneath(string pointer) =>
        _echoes.Exists(echo => IsBeneath(echo.Target, pointer)) || _sequences.Exists(target => IsBeneath(target, pointer));

    private static bool IsBeneath(string target, string pointer) =>
        target.Length > pointer.Length && target[pointer.Length] == '/' && target.StartsWith(pointer, StringComparison.Ordinal);
}
