using System.Net;
using System.Security.Cryptography;
using System.Text;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Routing;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.Admin;

/// <summary>Asks requests to <c>/__admin</c> for a token. Its health is there for everyone.</summary>
/// <param name="token">Null: no request needs one, but a mock that other machines reach accepts no writes.</param>
/// <param name="host">What the mock listens on.</param>
/// <param name="optionAdvice">How an option of the mock is named.</param>
internal sealed class AdminToken(string? token, string host, Func<string, string> optionAdvice)
{
    private const string Scheme = "Bearer ";

    private readonly byte[]? _digest = token is null ? null : Digest(token);
    private readonly bool _isLocal = host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>Why the request is refused; null: it may pass.</summary>
    public Problem? Refusal(RequestMessage request)
    {
        var isRead = request.Method is "GET" or "HEAD" or "OPTIONS";
        if (isRead && request.Path == $"{AdminPath.Prefix}/health")
        {
            return null;
        }

        if (_digest is not null)
        {
            return IsRight(request.Headers["Authorization"])
                ? null
                : new Problem(401, "admin token")
                {
                    Detail = "The admin interface needs Authorization: Bearer TOKEN, with the mock's admin token.",
                };
        }

        return isRead || _isLocal ? null : new Problem(403, "no admin token")
        {
            Detail = "The mock listens on an address that other machines reach, and accepts no writes to its admin interface without a "
                + $"token; start it with {optionAdvice(nameof(MockOptions.AdminToken))}.",
        };
    }

    /// <summary>Digests are compared, in constant time, so that neither the token nor its length can be guessed by measuring.</summary>
    private bool IsRight(string? given) =>
        given is not null && given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Digest(given[Scheme.Length..].Trim()), _digest);

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
