using SocialContract.Contract.Model;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Tests.SecondOpinion;

/// <summary>Reads the values of parameters out of a request's target and headers.</summary>
internal static class SentParameters
{
    /// <summary>
    /// Decoded text by location and name. What the server gives while the run goes on is left out, and so is a name that comes more than
    /// once.
    /// </summary>
    public static IReadOnlyDictionary<(ParameterLocation In, string Name), string> Of(ContractCase testCase)
    {
        var found = new Dictionary<(ParameterLocation, string), string>();
        var (path, query) = testCase.Target.Split('?', 2) is [var before, var after] ? (before, after) : (testCase.Target, "");
        foreach (var (name, value) in testCase.Operation.Path.Split('/').Zip(path.Split('/')))
        {
            if (name is ['{', .. var parameter, '}'] && !value.Contains('{', StringComparison.Ordinal))
            {
                found[(ParameterLocation.Path, parameter)] = Uri.UnescapeDataString(value);
            }
        }

        var sent = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2));
        foreach (var pairs in sent.GroupBy(pair => Uri.UnescapeDataString(pair[0])))
        {
            if (pairs.ToList() is [[_, var value]])
            {
                found[(ParameterLocation.Query, pairs.Key)] = Uri.UnescapeDataString(value);
            }
        }

        foreach (var (name, value) in testCase.Headers)
        {
            found[(ParameterLocation.Header, name)] = value;
        }

        return found;
    }
}
