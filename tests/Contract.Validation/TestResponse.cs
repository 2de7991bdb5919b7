using System.Text;
using SocialContract.Contract.Messages;

namespace SocialContract.Contract.Validation.Tests;

/// <summary>An answer written down in a test.</summary>
/// <param name="headers">Each <c>Name: value</c>.</param>
internal sealed class TestResponse(int status, string body, params string[] headers) : ResponseMessage
{
    private readonly (string Name, string Value)[] _headers = [.. headers.Select(Divide)];

    public override int Status => status;

    public override ReadOnlyMemory<byte> Body { get; } = Encoding.UTF8.GetBytes(body);

    public override string? Header(string name)
    {
        foreach (var header in _headers)
        {
            if (header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return header.Value;
            }
        }

        return null;
    }

    private static (string Name, string Value) Divide(string header)
    {
        var colon = header.IndexOf(':');
        return (header[..colon], header[(colon + 1)..].Trim());
    }
}
