using System.Text;
using SocialContract.MockServer.Stubs.Reading;

namespace SocialContract.MockServer.Tests.Stubs.Reading;

internal static class Posted
{
    /// <summary>The faults of a stub or a collection, each with its pointer.</summary>
    public static IReadOnlyList<string> Faults(string json) =>
        new StubReader(TimeProvider.System).Read(Encoding.UTF8.GetBytes(json)) is StubReadResult.Refused { Faults: var faults }
            ? [.. faults.Select(fault => fault.ToString())]
            : [];
}
