using System.Buffers;
using System.Text;
using SocialContract.Contract.Generation.Examples;

namespace SocialContract.Contract.Generation.Tests.Examples;

/// <summary>The body that a selected response has for a request.</summary>
internal static class WrittenResponse
{
    public static string Text(Selection selection, FakeRequest? request = null)
    {
        var output = new ArrayBufferWriter<byte>();
        var chosen = selection.ShouldBeOfType<Selection.Chosen>();
        chosen.Template.TryWrite(request ?? new FakeRequest(), output, out var problem).ShouldBeTrue(problem);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
