using System.Text;

namespace SocialContract.MockServer.Stubs.Templates;

/// <summary>Fills in the templates of one response. Used by one thread.</summary>
/// <param name="model">What names begin at.</param>
/// <param name="now">The time, once for the response.</param>
/// <param name="random">Made when a template first asks for it.</param>
internal sealed class TemplateRendering(TemplateObject model, DateTimeOffset now, Lazy<Random> random)
{
    /// <summary>Tags and items of lists that are evaluated.</summary>
    private const int MaxSteps = 1_000_000;

    /// <summary>Characters that are written or made, those of intermediate texts included.</summary>
    private const long MaxCharacters = 32L * 1024 * 1024;

    private readonly Dictionary<string, object?> _assigned = new(StringComparer.Ordinal);
    private TemplateFrame _frame = new(model, null);
    private StringBuilder _output = new();
    private int _steps;
    private long _characters;

    public DateTimeOffset Now => now;

    public Random Random => random.Value;

    public TemplateFrame Frame => _frame;

    public string Render(IReadOnlyList<TemplateNode> nodes) => Capture(nodes, _frame);

    /// <summary>The text of nodes.</summary>
    public string Capture(IReadOnlyList<TemplateNode> nodes, TemplateFrame frame)
    {
        var outer = _output;
        _output = new StringBuilder();
        try
        {
            Write(nodes, frame);
            return _output.ToString();
        }
        finally
        {
            _output = outer;
        }
    }

    /// <summary>Writes nodes with another current value.</summary>
    public void Write(IReadOnlyList<TemplateNode> nodes, TemplateFrame frame)
    {
        var outer = _frame;
        _frame = frame;
        foreach (var node in nodes)
        {
            Step();
            switch (node)
            {
                case TemplateNode.Text text:
                    Write(text.Content);
                    break;
                case TemplateNode.Output output:
                    Write(TextOf(() => Evaluate(output.Expression)));
                    break;
                case TemplateNode.Block block:
                    Write(TextOf(() => Evaluate(block)));
                    break;
            }
        }

        _frame = outer;
    }

    /// <exception cref="HelperException">A helper cannot use its arguments.</exception>
    public object? Evaluate(TemplateExpression expression)
    {
        Step();
        return expression switch
        {
            TemplateExpression.Literal literal => literal.Value,
            TemplateExpression.Path path => Find(path),
            TemplateExpression.Call call => Counted(call.Helper.Apply(new HelperCall(this, call, block: null))),
            _ => null,
        };
    }

    public void Assign(string name, object? value) => _assigned[name] = value;

    /// <exception cref="TemplateException">The template does too much.</exception>
    public void Step(int steps = 1)
    {
        if ((_steps += steps) > MaxSteps)
        {
            throw new TemplateException($"the template takes more than {MaxSteps} steps");
        }
    }

    private object? Evaluate(TemplateNode.Block block)
    {
        if (block.Expression is TemplateExpression.Call call)
        {
            return Counted(call.Helper.Apply(new HelperCall(this, call, block)));
        }

        var value = Evaluate(block.Expression);
        var section = new HelperCall(this, null, block);
        if (value is TemplateList list)
        {
            section.Each(list.Items);
        }
        else
        {
            section.Choose(TemplateValues.IsTrue(value), value is true ? _frame.Value : value);
        }

        return null;
    }

    /// <summary>The text of a value, or what a helper says of its arguments.</summary>
    private static string TextOf(Func<object?> value)
    {
        try
        {
            return TemplateValues.TextOf(value());
        }
        catch (HelperException failure)
        {
            return $"[ERROR: {failure.Message}]";
        }
    }

    private object? Find(TemplateExpression.Path path)
    {
        var frame = _frame;
        for (var up = 0; up < path.Up && frame.Parent is not null; up++)
        {
            frame = frame.Parent;
        }

        if (path.IsThis)
        {
            return Follow(frame.Value, path.Names);
        }

        for (TemplateFrame? scope = frame; scope is not null; scope = scope.Parent)
        {
            object? first = null;
            var isFound = path.IsData ? scope.Data?.TryGetValue(path.Names[0], out first) == true
                : scope.Names?.TryGetValue(path.Names[0], out first) == true
                    || TemplateValues.TryMember(scope.Value, path.Names[0], out first);
            if (isFound)
            {
                return Follow(first, [.. path.Names.Skip(1)]);
            }
        }

        return _assigned.TryGetValue(path.Names[0], out var assigned) ? Follow(assigned, [.. path.Names.Skip(1)]) : null;
    }

    private static object? Follow(object? value, IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            value = TemplateValues.Member(value, name);
        }

        return value;
    }

    private void Write(string text)
    {
        Count(text.Length);
        _output.Append(text);
    }

    /// <summary>What helpers make counts, so that a text cannot double in each step.</summary>
    private object? Counted(object? value)
    {
        switch (value)
        {
            case string text:
                Count(text.Length);
                break;
            case TemplateList list:
                Step(list.Items.Count);
                break;
        }

        return value;
    }

    private void Count(int characters)
    {
        if ((_characters += characters) > MaxCharacters)
        {
            throw new TemplateException($"the template makes more than {MaxCharacters} characters");
        }
    }
}
