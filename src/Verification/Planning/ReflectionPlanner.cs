using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning;

/// <summary>Plans what answers must reflect of their requests: the <c>x-echo</c> of the operation's examples.</summary>
internal sealed class ReflectionPlanner(Operation operation, Func<string, RuleSource, string, DocumentNode, string, CheckKey> addCheck)
{
    private const string ItemPrefix = "$item#";

    public void Add(OperationPlan plan)
    {
        foreach (var response in operation.Responses)
        {
            foreach (var example in response.Content.Where(media => MediaTypes.IsJson(media.Name)).SelectMany(media => media.Examples))
            {
                foreach (var echo in example.Echoes)
                {
                    plan.Reflections.AddRange(Of(response, example, echo));
                }
            }
        }
    }

    private IEnumerable<Reflection> Of(Response response, Example example, Echo echo)
    {
        var source = (RuleSource)Math.Max((int)echo.Source, (int)example.Source);
        if (echo.Each is not { } each)
        {
            yield return Make(echo.Target, $"{MessageValues.NameOf(echo.Target)} is what the request has at {echo.Expression}", echo, null);
            yield break;
        }

        yield return Make($"{echo.Target}/*", $"{MessageValues.NameOf(echo.Target)} has an element for each of the request's {Name(echo.Expression)}", echo, "");
        foreach (var set in each.Set.Where(set => set.Expression.StartsWith(ItemPrefix, StringComparison.Ordinal)))
        {
            var item = set.Expression[ItemPrefix.Length..];
            yield return Make(
                $"{echo.Target}/*{set.Target}",
                $"{MessageValues.NameOf(set.Target)} of each element of {MessageValues.NameOf(echo.Target)} is the {MessageValues.NameOf(item)} that was sent",
                echo,
                item);
        }

        Reflection Make(string target, string statement, Echo from, string? item) => new(
            addCheck($"{CheckIds.Reflects}{target}", source, statement, from.Node, ""), operation, response, example, target, from.Expression, item);
    }

    private static string Name(string expression) => expression[(expression.LastIndexOf('/') + 1)..];
}
