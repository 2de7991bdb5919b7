namespace SocialContract.MockServer.Stubs.Templates;

/// <summary>A call of a helper while a template is filled in.</summary>
/// <param name="call">Null: a section without a helper.</param>
/// <param name="block">Null: the helper is not called as a block.</param>
internal sealed class HelperCall(TemplateRendering rendering, TemplateExpression.Call? call, TemplateNode.Block? block)
{
    private readonly Dictionary<int, object?> _values = [];

    public TemplateRendering Rendering => rendering;

    public bool IsBlock => block is not null;

    public int Count => call!.Arguments.Count;

    /// <summary>All arguments without names.</summary>
    public IReadOnlyList<object?> Arguments => [.. Enumerable.Range(0, Count).Select(Argument)];

    /// <summary>What was made of the argument when the template was read; else it is made now.</summary>
    public T Compiled<T>()
        where T : class
    {
        var compiles = call!.Helper.Compiles!;
        return (T)(call.Compiled ?? compiles.Compile(Text(compiles.Index)));
    }

    /// <summary>An argument by its place; null if it is missing.</summary>
    public object? Argument(int index)
    {
        if (index >= Count)
        {
            return null;
        }

        if (!_values.TryGetValue(index, out var value))
        {
            _values[index] = value = rendering.Evaluate(call!.Arguments[index]);
        }

        return value;
    }

    /// <summary>The first argument; of a block without arguments the text of its body.</summary>
    public object? Subject => IsBlock && Count == 0 ? Body() : Argument(0);

    public string Text(int index) => TemplateValues.TextOf(Argument(index));

    /// <exception cref="HelperException">The argument is not a number.</exception>
    public decimal Number(int index) => NumberOf(Argument(index));

    /// <summary>An argument by its name; null if it is missing.</summary>
    public object? Option(string name)
    {
        foreach (var (key, expression) in call!.Options)
        {
            if (key == name)
            {
                return rendering.Evaluate(expression);
            }
        }

        return null;
    }

    public string? OptionText(string name) => Option(name) is { } value ? TemplateValues.TextOf(value) : null;

    /// <summary>Null if it is missing.</summary>
    /// <exception cref="HelperException">The argument is not a number.</exception>
    public decimal? OptionNumber(string name) => Option(name) is { } value ? NumberOf(value) : null;

    /// <summary>The text of the block's body.</summary>
    public string Body() => block is null ? "" : rendering.Capture(block.Body, rendering.Frame);

    /// <summary>As a block, the body or the inverse; else a truth, or what <c>yes</c> and <c>no</c> say.</summary>
    public object? Condition(bool truth)
    {
        if (IsBlock)
        {
            Choose(truth, rendering.Frame.Value);
            return null;
        }

        return Option(truth ? "yes" : "no") ?? truth;
    }

    /// <summary>Writes the body, with a current value, or the inverse.</summary>
    public void Choose(bool truth, object? value)
    {
        var frame = truth && !ReferenceEquals(value, rendering.Frame.Value) ? FrameOf(value, null) : rendering.Frame;
        rendering.Write(truth ? block!.Body : block!.Inverse, frame);
    }

    /// <summary>Writes the body for each item, or the inverse if there are none.</summary>
    public void Each(IReadOnlyList<object?> items)
    {
        if (items.Count == 0)
        {
            rendering.Write(block!.Inverse, rendering.Frame);
        }

        for (var index = 0; index < items.Count; index++)
        {
            rendering.Write(block!.Body, FrameOf(items[index], index, index, items.Count));
        }
    }

    /// <summary>Writes the body for each member, or the inverse if there are none.</summary>
    public void Each(TemplateObject members)
    {
        if (members.Count == 0)
        {
            rendering.Write(block!.Inverse, rendering.Frame);
        }

        foreach (var (index, (key, value)) in members.Members.Index())
        {
            rendering.Write(block!.Body, FrameOf(value, key, index, members.Count));
        }
    }

    /// <summary>The text of the body for an item.</summary>
    public string Capture(object? item) => rendering.Capture(block!.Body, FrameOf(item, null));

    private TemplateFrame FrameOf(object? value, object? key, int index = 0, int count = 1)
    {
        var data = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["index"] = (decimal)index,
            ["index_1"] = (decimal)index + 1,
            ["key"] = key is int ? (decimal)index : key,
            ["first"] = index == 0 ? "first" : "",
            ["last"] = index == count - 1 ? "last" : "",
            ["odd"] = index % 2 == 0 ? "" : "odd",
            ["even"] = index % 2 == 0 ? "even" : "",
        };
        var names = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (place, name) in block!.Parameters.Index())
        {
            names[name] = place == 0 ? value : data["key"];
        }

        return new TemplateFrame(value, rendering.Frame) { Names = names, Data = data };
    }

    private static decimal NumberOf(object? value) => TemplateValues.TryNumber(value, out var number)
        ? number
        : throw new HelperException($"{(value is null ? "null" : TemplateValues.TextOf(value))} is not a number");
}
