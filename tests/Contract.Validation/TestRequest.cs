using System.Text;
using SocialContract.Contract.Messages;

namespace SocialContract.Contract.Validation.Tests;

/// <summary>A request that a test contains.</summary>
/// <param name="line">Method and target: <c>GET /pets?limit=5</c>.</param>
/// <param name="headers">Each <c>Name: value</c>.</param>
internal sealed class TestRequest(string line, byte[] body, params string[] headers)
{
    private readonly RequestMessage _message = new(line.Split(' ', 2)[0], line.Split(' ', 2)[1], TestHeaders.Of(headers), body);

    public TestRequest(string line, string body, params string[] headers)
        : this(line, Encoding.UTF8.GetBytes(body), headers)
    {
    }

    public string Method => _message.Method;

    public string Path => _message.Path;

    public static implicit operator RequestMessage(TestRequest request) => request._message;
}
