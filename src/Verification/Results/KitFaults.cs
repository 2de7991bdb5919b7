using System.Diagnostics;
using System.Reflection;

namespace SocialContract.Verification.Results;

/// <summary>
/// Faults of the kit itself in a run. Each costs the case or operation at hand, not the run: what was learnt elsewhere is reported, and the
/// run is incomplete. Thread-safe.
/// </summary>
internal sealed class KitFaults
{
    private readonly List<string> _faults;

    /// <param name="known">Clauses of faults that occurred before.</param>
    public KitFaults(params IEnumerable<string> known) => _faults = [.. known];

    /// <summary>A clause for each, in the order in which they occurred.</summary>
    public IReadOnlyList<string> All
    {
        get
        {
            lock (_faults)
            {
                return [.. _faults];
            }
        }
    }

    /// <returns>The clause.</returns>
    /// <param name="activity">What the kit was doing: <c>judging createPet/plain</c>.</param>
    public string Add(string activity, Exception fault)
    {
        var described = Describe(activity, fault);
        lock (_faults)
        {
            _faults.Add(described);
        }

        return described;
    }

    /// <summary>Does something; where that fails, notes it and gives something else.</summary>
    /// <param name="otherwise">Given the clause.</param>
    public T Guard<T>(string activity, Func<T> work, Func<string, T> otherwise)
    {
        try
        {
            return work();
        }
        catch (Exception fault)
        {
            return otherwise(Add(activity, fault));
        }
    }

    public void Guard(string activity, Action work) => Guard(
        activity,
        () =>
        {
            work();
            return true;
        },
        _ => false);

    /// <summary>Does something; where that fails, notes it, but for ending early because it was cancelled.</summary>
    public async Task GuardAsync(string activity, Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // It ends early, as it should.
        }
        catch (Exception fault)
        {
            Add(activity, fault);
        }
    }

    /// <summary>
    /// A clause with what is needed to find the fault: <c>the kit itself failed while judging createPet/plain (KeyNotFoundException in
    /// StatusJudge.Judge: …)</c>.
    /// </summary>
    public static string Describe(string activity, Exception fault)
    {
        var cause = fault is AggregateException ? fault.GetBaseException() : fault;
        var place = new StackTrace(cause).GetFrames()
            .Select(frame => frame.GetMethod())
            .FirstOrDefault(method => method?.DeclaringType?.Namespace?.StartsWith("SocialContract", StringComparison.Ordinal) == true);
        var origin = place is null ? "" : $" in {NameOf(place)}";
        var message = string.Join(' ', cause.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
        return $"the kit itself failed while {activity} ({cause.GetType().Name}{origin}: {message})";
    }

    /// <summary>The method as it is written: asynchronous methods, iterators and lambdas are compiled into types of their own.</summary>
    private static string NameOf(MethodBase method)
    {
        var (type, name) = (method.DeclaringType!, method.Name);
        for (; type is { DeclaringType: { } outer } && type.Name.StartsWith('<'); type = outer)
        {
            // <SendAsync>d__1.MoveNext; <>c__DisplayClass1_0.<SendAsync>b__0 has the method in its own name.
            name = name.StartsWith('<') ? name : type.Name;
        }

        return $"{type.Name}.{(name.StartsWith('<') ? Inner(name) : name)}";

        static string Inner(string compiled) => compiled[1..compiled.IndexOf('>', StringComparison.Ordinal)];
    }
}
