namespace SocialContract.Contract.Documents;

/// <summary>A value that <see cref="YamlConverter"/> has written: its bytes, its places and how deep it nests.</summary>
internal readonly record struct YamlRange(int Start, int End, int FirstPlace, int LastPlace, int Height);
