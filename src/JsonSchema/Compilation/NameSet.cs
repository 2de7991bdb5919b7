namespace SocialContract.JsonSchema.Compilation;

/// <summary>A set of names that are usually few.</summary>
internal sealed class NameSet
{
    private const int Few = 16;

    private readonly List<string> _few = [];
    private HashSet<string>? _many;

    /// <summary>False where the name is already there.</summary>
    public bool Add(string name)
    {
        if (_many is not null)
        {
            return _many.Add(name);
        }

        if (_few.Contains(name))
        {
            return false;
        }

        _few.Add(name);
        if (_few.Count == Few)
        {
            _many = new(_few, StringComparer.Ordinal);
        }

        return true;
    }
}
