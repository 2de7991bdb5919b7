using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Linting;

/// <summary>Reports assumed places without a note.</summary>
internal static class SourceNoteLint
{
    public static void Run(LintContext context)
    {
        foreach (var file in context.Api.Documents.Files.Where(file => file.Json.Span.IndexOf("\"assumed\""u8) >= 0))
        {
            var waiting = new Stack<DocumentNode>([new DocumentNode(file, "", file.Root)]);
            while (waiting.TryPop(out var node))
            {
                if ((node.Text("x-source") == "assumed" || node.Text("x-echo-source") == "assumed") && node.Text("x-note") is null)
                {
                    context.Warn(LintCodes.AssumedWithoutNote, node, "this is assumed, and there is no x-note with the reason");
                }

                foreach (var child in node.Elements().Concat(node.Members().Select(member => member.Node)))
                {
                    waiting.Push(child);
                }
            }
        }
    }
}
