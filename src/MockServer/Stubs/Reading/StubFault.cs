namespace SocialContract.MockServer.Stubs.Reading;

/// <summary>A reason why a stub cannot be used.</summary>
/// <param name="Pointer">RFC 6901, into the posted JSON; empty: the whole.</param>
/// <param name="Message">One sentence: what is wrong, what is expected, what to do.</param>
internal sealed record StubFault(string Pointer, string Message)
{
    public override string ToString() => Pointer.Length == 0 ? Message : $"{Pointer}: {Message}";
}
