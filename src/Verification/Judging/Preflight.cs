using SocialContract.Contract.Model;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Judging;

/// <summary>Decides by the first responses whether the server can be tested as the API.</summary>
internal static class Preflight
{
    /// <summary>Why nothing can be tested, in a sentence; null if the run continues.</summary>
    /// <param name="url">The server's base URL.</param>
    /// <param name="missingToken">How to give a token; null if one was given.</param>
    public static string? Reason(Uri url, string? missingToken, IReadOnlyList<(Operation Operation, SendResult Result)> first)
    {
        if (first.Count == 0)
        {
            return null;
        }

        var (server, results) = (url.GetLeftPart(UriPartial.Path), first.Select(sent => sent.Result).ToList());
        if (results.TrueForAll(result => result.Fault != FaultKind.None))
        {
            var fault = results[0];
            return fault.Fault switch
            {
                FaultKind.Unreachable => $"{server} cannot be reached: {fault.FaultText}.",
                FaultKind.TimeOver or FaultKind.Unresponsive => $"The run's time was over before {server} responded.",
                FaultKind.Internal => $"Nothing was sent to {server}: {fault.FaultText}.",
                FaultKind.TimedOut => $"{server} does not respond: {fault.FaultText}.",
                FaultKind.Endless => $"{server} sends a response without an end: {fault.FaultText}.",
                _ => $"{server} gives no response: {fault.FaultText}.",
            };
        }

        if (results.TrueForAll(result => result.RefusesCaller))
        {
            return missingToken is null
                ? $"Every request was refused with {results[0].Code}: the token given is not accepted."
                : $"Every request was refused with {results[0].Code}, and no token was given: {missingToken}.";
        }

        if (results.TrueForAll(result => result.IsHtml && !result.IsServerError))
        {
            return $"{server} responds with HTML pages: it does not seem to be the API's base URL.";
        }

        if (results.TrueForAll(result => result.Code == 404))
        {
            return $"Every request got 404: {server} does not seem to be the API's base URL.";
        }

        if (first.All(sent => sent.Result.IsRedirect && sent.Operation.ResponseFor(sent.Result.Code) is null))
        {
            var location = results[0].Header("Location") ?? "nowhere";
            return $"Every request is redirected to {location}, which is not followed: {server} does not seem to be the API's base URL.";
        }

        return null;
    }
}
