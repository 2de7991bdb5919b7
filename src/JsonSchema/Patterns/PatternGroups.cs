namespace SocialContract.JsonSchema.Patterns;

/// <summary>The capturing groups of a pattern. They are found before it is parsed, since a reference may come before its group.</summary>
internal sealed class PatternGroups
{
    public PatternGroups(string source)
    {
        var inClass = false;
        for (var i = 0; i < source.Length; i++)
        {
            switch (source[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    inClass = true;
                    break;
                case ']':
                    inClass = false;
                    break;
                case '(' when !inClass:
                    Add(source, i);
                    break;
            }
        }
    }

    public int Count { get; private set; }

    public Dictionary<string, (int Number, string Name)> Names { get; } = new(StringComparer.Ordinal);

    public static bool IsName(string name) =>
        name.Length > 0 && (char.IsLetter(name[0]) || name[0] is '_' or '$')
        && name.All(character => char.IsLetterOrDigit(character) || character is '_' or '$');

    private void Add(string source, int open)
    {
        if (open + 1 < source.Length && source[open + 1] == '?')
        {
            if (open + 3 >= source.Length || source[open + 2] != '<' || source[open + 3] is '=' or '!')
            {
                return;
            }

            Count++;
            var end = source.IndexOf('>', open);
            var name = end < 0 ? "" : source[(open + 3)..end];
            if (!Names.TryAdd(name, (Count, name)))
            {
                throw new PatternSyntaxException($"found a second group named '{name}'", open);
            }

            return;
        }

        Count++;
    }
}
