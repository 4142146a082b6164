using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Dapper;

namespace Evidence.Store.Database;

/// <summary>Configures Dapper once for the assembly, before any of its queries runs.</summary>
internal static class DapperConfiguration
{
    /// <summary>Maps a column <c>recorded_at</c> to a property <c>RecordedAt</c>, so that SQL needs no alias for it.</summary>
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Queries run on plain connections too, so no object is created before all of them.")]
    internal static void Configure() => DefaultTypeMap.MatchNamesWithUnderscores = true;
}
