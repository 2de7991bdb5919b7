using SocialContract.Contract.Model;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Judging;

/// <summary>Decides by the first responses whether the server can be the API at all.</summary>
internal static class Preflight
{
    /// <summary>Why nothing can be tested, in a sentence; null where the run goes on.</summary>
    /// <param name="url">The server's base URL.</param>
    /// <param name="hasToken">Whether a token was given.</param>
    public static string? Reason(Uri url, bool hasToken, IReadOnlyList<(Operation Operation, Answer Answer)> first)
    {
        if (first.Count == 0)
        {
            return null;
        }

        var (server, answers) = (url.GetLeftPart(UriPartial.Path), first.Select(asked => asked.Answer).ToList());
        if (answers.TrueForAll(answer => answer.Fault != FaultKind.None))
        {
            var fault = answers[0];
            return fault.Fault switch
            {
                FaultKind.Unreachable => $"{server} cannot be reached: {fault.FaultText}.",
                FaultKind.TimeOver or FaultKind.Unresponsive => $"The run's time was over before {server} responded.",
                FaultKind.Internal => $"Nothing was sent to {server}: {fault.FaultText}.",
                FaultKind.TimedOut => $"{server} does not respond: {fault.FaultText}.",
                FaultKind.Endless => $"{server} never ends a response: {fault.FaultText}.",
                _ => $"{server} gives no response: {fault.FaultText}.",
            };
        }

        if (answers.TrueForAll(answer => answer.Code is 401 or 403))
        {
            return hasToken
                ? $"Every request was refused with {answers[0].Code}: the token given is not accepted."
                : $"Every request was refused with {answers[0].Code}, and no token was given: give one with --token or CONTRACT_TOKEN.";
        }

        if (answers.TrueForAll(answer => answer.IsHtml && !answer.IsServerError))
        {
            return $"{server} responds with HTML pages: it does not seem to be the API's base URL.";
        }

        if (answers.TrueForAll(answer => answer.Code == 404))
        {
            return $"Every request got 404: {server} does not seem to be the API's base URL.";
        }

        if (first.All(asked => asked.Answer.IsRedirect && asked.Operation.ResponseFor(asked.Answer.Code) is null))
        {
            var location = answers[0].Header("Location") ?? "nowhere";
            return $"Every request is redirected to {location}, which is not followed: {server} does not seem to be the API's base URL.";
        }

        return null;
    }
}
