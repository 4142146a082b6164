namespace Evidence.Api.Tests.House;

/// <summary>Which namespaces of src name types of which others; a namespace is a node of its own, its sub-namespaces are others.</summary>
internal sealed class NamespaceGraph
{
    private readonly Dictionary<string, SortedDictionary<string, string>> arrows;

    private NamespaceGraph(Dictionary<string, SortedDictionary<string, string>> arrows) => this.arrows = arrows;

    /// <summary>Returns the namespaces, in alphabetical order.</summary>
    public IEnumerable<string> Nodes => arrows.Keys.Order(StringComparer.Ordinal);

    /// <summary>Builds the graph from compiled assemblies; types outside of them are left out.</summary>
    public static NamespaceGraph Read(IReadOnlyCollection<string> assemblies) =>
        Build(assemblies.SelectMany(name => NamedTypes.Read(SourceAssemblies.PathOf(name)))
            .Where(pair => assemblies.Contains(pair.To.Assembly))
            // A generator's file-local types lie in namespaces of their library, and anonymous types in none.
            .Where(pair => IsOwn(pair.From, assemblies) && IsOwn(pair.To, assemblies))
            .Select(pair => (pair.From.Namespace, pair.To.Namespace, $"{pair.From.Name} names {pair.To.Name}")));

    /// <summary>Builds the graph from arrows, each with its reason; an arrow from a namespace to itself is left out.</summary>
    public static NamespaceGraph Build(IEnumerable<(string From, string To, string Reason)> named)
    {
        var arrows = new Dictionary<string, SortedDictionary<string, string>>();
        foreach (var (from, to, reason) in named.OrderBy(arrow => arrow.Reason, StringComparer.Ordinal))
        {
            foreach (var node in (string[])[from, to])
                arrows.TryAdd(node, new SortedDictionary<string, string>(StringComparer.Ordinal));
            if (from != to)
                arrows[from].TryAdd(to, reason);
        }

        return new NamespaceGraph(arrows);
    }

    /// <summary>Tells whether a type of the first namespace names a type of the second.</summary>
    public bool HasArrow(string from, string to) => arrows.TryGetValue(from, out var targets) && targets.ContainsKey(to);

    /// <summary>Returns the shortest cycle as lines, each an arrow with its reason; no line if there is no cycle.</summary>
    public IReadOnlyList<string> ShortestCycle()
    {
        var cycle = Nodes.Select(CycleThrough).OfType<List<string>>().MinBy(path => path.Count);
        return cycle is null
            ? []
            : [.. cycle.Zip(cycle.Skip(1).Append(cycle[0])).Select(arrow => $"{arrow.First} -> {arrow.Second} ({arrows[arrow.First][arrow.Second]})")];
    }

    /// <summary>Returns the namespaces that lie on some cycle, in groups in which each can reach each.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Tangles()
    {
        var reachable = Nodes.ToDictionary(node => node, Reachable);
        return [.. Nodes.Where(node => reachable[node].Contains(node))
            .GroupBy(node => Nodes.First(other => reachable[node].Contains(other) && reachable[other].Contains(node)))
            .Select(group => group.ToList())];
    }

    private static bool IsOwn(NamedType type, IEnumerable<string> assemblies) =>
        assemblies.Any(name => type.Namespace == name || type.Namespace.StartsWith(name + ".", StringComparison.Ordinal));

    private HashSet<string> Reachable(string start)
    {
        var reached = new HashSet<string>();
        var next = new Queue<string>([start]);
        while (next.TryDequeue(out var node))
            foreach (var target in arrows[node].Keys.Where(reached.Add))
                next.Enqueue(target);
        return reached;
    }

    /// <summary>Finds the shortest way from a node back to itself, by breadth first.</summary>
    private List<string>? CycleThrough(string start)
    {
        var cameFrom = new Dictionary<string, string>();
        var next = new Queue<string>([start]);
        while (next.TryDequeue(out var node))
        {
            foreach (var target in arrows[node].Keys)
            {
                if (target == start)
                    return Way(node);
                if (cameFrom.TryAdd(target, node))
                    next.Enqueue(target);
            }
        }

        return null;

        List<string> Way(string last)
        {
            var way = new List<string> { last };
            while (way[0] != start)
                way.Insert(0, cameFrom[way[0]]);
            return way;
        }
    }
}
