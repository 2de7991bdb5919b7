using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning.Checks;

/// <summary>Plans what responses must reflect of their requests: the <c>x-echo</c> of the operation's examples.</summary>
internal sealed class ReflectionPlanner(CheckList checks)
{
    private const string ItemPrefix = "$item#";

    public IReadOnlyList<Reflection> Plan() =>
    [
        .. from response in checks.Operation.Responses
           from media in response.Content
           where MediaTypes.IsJson(media.Name)
           from example in media.Examples
           from echo in example.Echoes
           from reflection in Of(response, example, echo)
           select reflection,
    ];

    private IEnumerable<Reflection> Of(Response response, Example example, Echo echo)
    {
        var source = (RuleSource)Math.Max((int)echo.Source, (int)example.Source);
        if (echo.Each is not { } each)
        {
            yield return Make(echo.Target, $"{MessageValues.NameOf(echo.Target)} is what the request has at {echo.Expression}", echo, null);
            yield break;
        }

        var list = MessageValues.NameOf(echo.Target);
        yield return Make($"{echo.Target}/*", $"{list} has an element for each of the request's {Name(echo.Expression)}", echo, "");
        foreach (var set in each.Set.Where(set => set.Expression.StartsWith(ItemPrefix, StringComparison.Ordinal)))
        {
            var item = set.Expression[ItemPrefix.Length..];
            yield return Make(
                $"{echo.Target}/*{set.Target}",
                $"{MessageValues.NameOf(set.Target)} of each element of {list} is the {MessageValues.NameOf(item)} that was sent",
                echo,
                item);
        }

        Reflection Make(string target, string statement, Echo from, string? item) => new(
            checks.Add($"{CheckIds.Reflects}{target}", source, statement, from.Node),
            checks.Operation,
            response,
            example,
            target,
            from.Expression,
            item);
    }

    private static string Name(string expression) => expression[(expression.LastIndexOf('/') + 1)..];
}
