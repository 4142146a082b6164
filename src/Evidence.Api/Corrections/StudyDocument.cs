using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using Evidence.Catalogue;
using Npgsql;

namespace Evidence.Api.Corrections;

/// <summary>The document of a study, to be looked into and changed.</summary>
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

    /// <summary>The document as of a revision; nothing where the study was not in the catalogue then.</summary>
    public static async Task<JsonNode?> ReadAsync(NpgsqlTransaction transaction, string id, long revision, CancellationToken cancel)
    {
        var text = await transaction.Connection!.QuerySingleOrDefaultAsync<string?>(
            new CommandDefinition(Select, new { Id = id, Revision = revision }, transaction, cancellationToken: cancel));
        return text is null ? null : JsonNode.Parse(text);
    }

    /// <summary>The study that a changed document is; or what is wrong with it.</summary>
    public static ReadResult<Study> Read(JsonNode document) => CatalogueJson.Read<Study>(Encoding.UTF8.GetBytes(document.ToJsonString(CatalogueJson.Options)));
}
