namespace SocialContract.MockServer.Stubs.Templates;

/// <summary>Helpers that choose, repeat and keep parts of a template.</summary>
internal static class BlockHelpers
{
    public static IReadOnlyList<TemplateHelper> All { get; } =
    [
        new("if", call => call.Condition(TemplateValues.IsTrue(call.Argument(0)))),
        new("unless", call => call.Condition(!TemplateValues.IsTrue(call.Argument(0)))),
        new("each", Each),
        new("with", With),
        new("lookup", call => TemplateValues.Member(call.Argument(0), call.Text(1))),
        new("assign", Assign),
        new("val", Value),
    ];

    private static object? Each(HelperCall call)
    {
        if (!call.IsBlock)
        {
            throw new HelperException("each is a block: {{#each list}}…{{/each}}");
        }

        switch (call.Argument(0))
        {
            case TemplateObject members:
                call.Each(members);
                break;
            case TemplateList list:
                call.Each(list.Items);
                break;
            default:
                call.Each([]);
                break;
        }

        return null;
    }

    private static object? With(HelperCall call)
    {
        var value = call.Argument(0);
        if (call.IsBlock)
        {
            call.Choose(TemplateValues.IsTrue(value), value);
        }

        return null;
    }

    /// <summary>Keeps the text of the block, or the second argument, under a name.</summary>
    private static object? Assign(HelperCall call)
    {
        call.Rendering.Assign(call.Text(0), call.IsBlock ? call.Body() : call.Argument(1));
        return null;
    }

    /// <summary>A value, or another if there is none; written, or kept under a name.</summary>
    private static object? Value(HelperCall call)
    {
        var value = call.Subject ?? call.Option("or") ?? call.Option("default");
        if (call.OptionText("assign") is not { } name)
        {
            return value;
        }

        call.Rendering.Assign(name, value);
        return null;
    }
}
