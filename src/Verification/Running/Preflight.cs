using SocialContract.Contract.Model;

namespace SocialContract.Verification.Running;

/// <summary>Looks at the first answers: whether this can be the API at all.</summary>
internal static class Preflight
{
    /// <summary>Why nothing can be tested, in a sentence; null where the run goes on.</summary>
    public static string? Reason(RunOptions options, Credentials credentials, IReadOnlyList<(Operation Operation, Answer Answer)> first)
    {
        var url = options.Url.GetLeftPart(UriPartial.Path);
        var answers = first.Select(one => one.Answer).ToList();
        if (answers.Count == 0)
        {
            return null;
        }

        if (answers.TrueForAll(answer => answer.Fault != FaultKind.None))
        {
            var fault = answers[0];
            return fault.Fault switch
            {
                FaultKind.Unreachable => $"{url} cannot be reached: {fault.FaultText}.",
                FaultKind.NotSent => $"The run's time was over before {url} answered.",
                FaultKind.TimedOut => $"{url} does not answer: {fault.FaultText}.",
                FaultKind.Endless => $"{url} never ends an answer: {fault.FaultText}.",
                _ => $"{url} gives no answer: {fault.FaultText}.",
            };
        }

        if (answers.TrueForAll(answer => answer.Code is 401 or 403))
        {
            return credentials.Default is null
                ? $"Every request was refused with {answers[0].Code}, and no token was given: give one with --token or CONTRACT_TOKEN."
                : $"Every request was refused with {answers[0].Code}: the token given is not accepted.";
        }

        if (answers.TrueForAll(answer => answer.IsHtml && !answer.IsServerError))
        {
            return $"{url} answers HTML pages: it does not seem to be the API's base URL.";
        }

        if (answers.TrueForAll(answer => answer.Code == 404))
        {
            return $"Every request was answered with 404: {url} does not seem to be the API's base URL.";
        }

        return first.All(one => one.Answer.IsRedirect && ResponseMatch.Of(one.Operation, one.Answer.Code) is null)
            ? $"Every request is redirected to {answers[0].Header("Location") ?? "nowhere"}, which is not followed: {url} does not seem to be the API's base URL."
            : null;
    }
}
