namespace SocialContract.JsonSchema.Compilation;

/// <summary>
/// Finds schemas that would apply themselves to the same instance location again without end (JSON Schema core 7.1: their behaviour is
/// undefined), and chains of schemas that are too long for a stack.
/// </summary>
internal static class Progress
{
    private const int MaxChainLength = 500;

    /// <param name="nodes">The schemas just compiled. Those compiled before have been checked.</param>
    public static void Check(IReadOnlyList<PlacedSchema> nodes)
    {
        foreach (var node in nodes)
        {
            if (node.Height == PlacedSchema.UnknownHeight)
            {
                Walk(node);
            }
        }
    }

    /// <summary>Depth first without recursion.</summary>
    private static void Walk(PlacedSchema start)
    {
        var path = new Stack<Frame>();
        path.Push(new(start));
        while (path.TryPeek(out var frame))
        {
            if (frame.NextInPlace() is not { } edge)
            {
                path.Pop();
                frame.Node.Height = frame.Height;
                if (path.TryPeek(out var user))
                {
                    user.Height = Math.Max(user.Height, frame.Height + 1);
                    ReportChain(user);
                }
            }
            else if (edge.Target.Height == PlacedSchema.UnknownHeight)
            {
                path.Push(new(edge.Target));
            }
            else if (edge.Target.Height == PlacedSchema.OnPath)
            {
                frame.Node.Fault(new(
                    edge.Site.Location,
                    edge.Site.Keyword,
                    $"Expected a schema that makes progress, found a cycle: '{edge.Site.Keyword}' leads back to {edge.Target.Location} "
                    + "without a step into the instance. Remove the reference or put it under a property or an item."));
            }
            else
            {
                frame.Height = Math.Max(frame.Height, edge.Target.Height + 1);
                ReportChain(frame);
            }
        }
    }

    private static void ReportChain(Frame frame)
    {
        if (frame.Height == MaxChainLength)
        {
            frame.Height = 0;
            frame.Node.Fault(new(
                frame.Node.Location,
                "",
                $"Expected at most {MaxChainLength} schemas that apply each other to one place of the instance, found more. "
                + "Shorten the chain."));
        }
    }

    private sealed class Frame
    {
        private int _next;

        public Frame(PlacedSchema node)
        {
            Node = node;
            node.Height = PlacedSchema.OnPath;
        }

        public PlacedSchema Node { get; }

        public int Height { get; set; }

        public SchemaEdge? NextInPlace()
        {
            while (_next < Node.Edges.Count)
            {
                var edge = Node.Edges[_next++];
                if (edge.InPlace)
                {
                    return edge;
                }
            }

            return null;
        }
    }
}
