using System.Text.Json.Nodes;
using SocialApi.Verification.Cases;
using SocialApi.Verification.Planning;

namespace SocialApi.Verification.Running;

/// <summary>Reads the ids of what was created off an answer.</summary>
internal static class Capturing
{
    public static IReadOnlyList<string> Ids(Capture capture, Answer answer)
    {
        if (!answer.IsSuccess)
        {
            return [];
        }

        if (capture.Pattern is { } pattern && Json.TryParse(answer.Bytes, out var body) && body is not null)
        {
            var found = Parts.Find(body, pattern).Select(pointer => Parts.TryGet(body, pointer, out var value) ? Json.Text(value) : null);
            return [.. found.OfType<string>().Where(id => id.Length > 0)];
        }

        return answer.Header("Location") is { Length: > 0 } location && capture.Pattern is null
            ? [Uri.UnescapeDataString(location.Split('?')[0].TrimEnd('/').Split('/')[^1])]
            : [];
    }
}
