using Evidence.Api.Tests.Testing;
using Evidence.Catalogue;
using Npgsql;

namespace Evidence.Api.Tests.House;

// Types that name another type in one way each, for the test that every way is seen. No code runs them.
#pragma warning disable CA1812, CA1051, CA1822, CS0067, CS0649

internal abstract class NamesByBaseType : EvidenceService;

internal interface NamesByInterface : IAsyncLifetime;

internal sealed class NamesByAttribute
{
    [Vocabulary("design")]
    public string Design { get; init; } = "";
}

[AttributeUsage(AttributeTargets.Class)]
internal sealed class NamingAttribute(Type named) : Attribute
{
    public Type Named => named;
}

[Naming(typeof(Study))]
internal sealed class NamesByAttributeArgument;

internal sealed class NamesByConstraint<T> where T : EvidenceService;

internal sealed class NamesByField
{
    public readonly List<Study[]>? Studies;
}

internal sealed class NamesByEvent
{
    public event EventHandler<Study>? Read;
}

internal abstract class NamesBySignature
{
    public abstract void Write(params Study[] studies);
}

internal sealed class NamesByLocal
{
    public bool IsThere(IEnumerable<object> rows)
    {
        var found = rows.FirstOrDefault() as Study;
        return found is { Id: "" } || found?.Label == "";
    }
}

internal sealed class NamesByTypeArgument
{
    public int Count(IEnumerable<object> rows) => rows.OfType<Study>().Count();
}

internal sealed class NamesByCatch
{
    public void Try(Action action)
    {
        try
        {
            action();
        }
        catch (NpgsqlException)
        {
            throw new InvalidOperationException();
        }
    }
}

internal sealed class NamesByClosure
{
    public Func<object, bool> Filter(string id) => row => row is Study study && study.Id == id;
}

internal sealed class NamesByIterator
{
    public IEnumerable<object> Made(int count)
    {
        for (var i = 0; i < count; i++)
            yield return new Func<Study>(() => throw new InvalidOperationException());
    }
}

internal sealed class NamesByEnumMember
{
    public object Judge() => new ValidationIssue(Severity.Error, "", "");
}
