using System.Text;
using SocialContract.Contract.Messages;

namespace SocialContract.Contract.Validation.Tests;

/// <summary>A response that a test contains.</summary>
/// <param name="headers">Each <c>Name: value</c>.</param>
internal sealed class TestResponse(int status, string body, params string[] headers)
{
    private readonly ResponseMessage _message = new(status, TestHeaders.Of(headers), Encoding.UTF8.GetBytes(body));

    public static implicit operator ResponseMessage(TestResponse response) => response._message;
}
