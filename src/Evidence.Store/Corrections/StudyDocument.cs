using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using Evidence.Catalogue;
using Npgsql;

namespace Evidence.Store.Corrections;

/// <summary>Reads the document of a study as a tree that can be searched and changed.</summary>
public static class StudyDocument
{
    private const string Select = """
        select document::text
        from record_version
        where kind = 'study'
          and record_id = @Id
          and valid_from <= @Revision
          and valid_until > @Revision
        """;

    /// <summary>Returns the document as of a revision, or null if the study was not in the catalogue then.</summary>
    public static async Task<JsonNode?> ReadAsync(NpgsqlTransaction transaction, string id, long revision, CancellationToken cancel)
    {
        var text = await transaction.Connection!.QuerySingleOrDefaultAsync<string?>(
            new CommandDefinition(Select, new { Id = id, Revision = revision }, transaction, cancellationToken: cancel));
        return text is null ? null : JsonNode.Parse(text);
    }

    /// <summary>Parses a changed document as a study; fails with what is wrong with it.</summary>
    public static Result<Study> Read(JsonNode document) => CatalogueJson.Read<Study>(Encoding.UTF8.GetBytes(document.ToJsonString(CatalogueJson.Options)));
}
