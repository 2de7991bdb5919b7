using SocialContract.Contract.Diagnostics;
using YamlDotNet.Core;

namespace SocialContract.Contract.Documents;

/// <summary>
/// The JSON that is made from a YAML text, the places that its values and names came from, and the faults found on the way.
/// </summary>
internal sealed class YamlOutput(int capacity, DocumentLimits limits, List<DocumentFault> faults)
{
    private readonly List<YamlPlace> _places = [];
    private int _copiedBytes;
    private int _values;

    public JsonBuffer Json { get; } = new(capacity);

    /// <summary>By offset, ascending.</summary>
    public IReadOnlyList<YamlPlace> Places => _places;

    /// <summary>Whether a fault ended the conversion.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Records the position in the YAML text of the value or name that is written next.</summary>
    public void AddPlace(in Mark mark) =>
        _places.Add(new YamlPlace(Json.Length, (int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column)));

    /// <summary>Counts a value of the text; one too many is a fault.</summary>
    public void CountValue(in Mark mark)
    {
        if (++_values == limits.MaxValues + 1)
        {
            Stop(mark, DiagnosticCodes.FileTooLarge, ValueCounts.Message(limits));
        }
    }

    /// <summary>The places from an index up to another, with offsets counted from <paramref name="origin"/>.</summary>
    public YamlPlace[] PlacesFrom(int first, int end, int origin) =>
        [.. _places[first..end].Select(place => place with { Offset = place.Offset - origin })];

    /// <summary>Appends JSON that was written before.</summary>
    /// <param name="places">The places in it, with offsets counted from its start.</param>
    /// <returns>False, with a fault, if copies would make the file too large.</returns>
    public bool Copy(ReadOnlySpan<byte> json, IReadOnlyList<YamlPlace> places, in Mark mark)
    {
        _copiedBytes += json.Length;
        if (_copiedBytes > limits.MaxAliasBytes)
        {
            Stop(
                mark,
                DiagnosticCodes.YamlAliasBomb,
                $"expanding its aliases would make the file grow by more than {limits.MaxAliasBytes / 1024 / 1024} MiB; "
                    + "use $ref instead of aliases");
            return false;
        }

        foreach (var place in places)
        {
            _places.Add(place with { Offset = place.Offset + Json.Length });
        }

        Json.Write(json);
        return true;
    }

    /// <summary>Removes the JSON from an offset on, and the places from an index on.</summary>
    public void Truncate(int offset, int firstPlace)
    {
        Json.Truncate(offset);
        _places.RemoveRange(firstPlace, _places.Count - firstPlace);
    }

    public void Report(in Mark mark, DiagnosticSeverity severity, string code, string message) =>
        faults.Add(new DocumentFault(code, severity, (int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column), message));

    /// <summary>Reports a fault that ends the conversion.</summary>
    public void Stop(in Mark mark, string code, string message)
    {
        Report(mark, DiagnosticSeverity.Error, code, message);
        IsStopped = true;
    }
}
