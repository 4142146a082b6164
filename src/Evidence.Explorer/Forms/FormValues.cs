using Evidence.Catalogue;
using Evidence.Explorer.Layout;
using Evidence.Store.Reads;
using Evidence.Store.Selection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Evidence.Explorer.Forms;

/// <summary>The values of a question as the fields of its form show them, valid or not: a question that is refused is changed in its form.</summary>
/// <param name="Query">The values, without the revision.</param>
/// <param name="Revision">The revision as it was asked for; null if it was not.</param>
/// <param name="Error">Why the question is refused; null if it is answered.</param>
public sealed record FormValues(AddressQuery Query, string? Revision, Error? Error)
{
    /// <summary>Returns whether a request asks no question, at most a revision.</summary>
    public static bool IsBlank(HttpContext http) => http.Request.Query.Keys.All(name => name == RevisionParameters.Revision.Name);

    /// <summary>Reads the values of a request, or those of the page's own question if the request asks none.</summary>
    public static FormValues FromRequest(HttpContext http, IReadOnlyList<Parameter> parameters, string ownQuestion, Error? error = null)
    {
        var query = IsBlank(http) ? ownQuestion : http.Request.QueryString.Value ?? "";
        var lists = parameters.Where(parameter => parameter is { Kind: ParameterKind.Terms or ParameterKind.Words, IsRanked: false }).Select(parameter => parameter.Name).ToHashSet();
        var pairs =
            from given in QueryHelpers.ParseQuery(query)
            where given.Key != RevisionParameters.Revision.Name
            from value in given.Value
            from part in lists.Contains(given.Key) ? value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [value]
            select (given.Key, part);
        return new FormValues(new AddressQuery([.. pairs]), http.Request.Query[RevisionParameters.Revision.Name].FirstOrDefault(), error);
    }

    /// <summary>Returns the checked values of a query, or those of the page's own question if the request asks none.</summary>
    public static QueryValues Complete(HttpContext http, ReadQuery query, string ownQuestion, IReadOnlyList<Parameter> parameters)
    {
        if (!IsBlank(http))
            return query.Values;
        var own = QueryReader.Parse(ownQuestion, parameters);
        return own.IsSuccess ? own.Value : throw new InvalidOperationException($"The page's own question is refused: {own.Error.Message}");
    }

    /// <summary>Returns the one value of a field, or null if the field is empty.</summary>
    public string? Text(string name) => Query.Values(name).FirstOrDefault();

    /// <summary>Returns what is wrong with a field.</summary>
    public IReadOnlyList<ErrorDetail> FindErrors(string name) => [.. (Error?.Details ?? []).Take(Error.MaxDetails).Where(error => error.Parameter == name)];

    /// <summary>Returns the identifiers of what describes a field: its hint and what is wrong with it.</summary>
    public string? DescribedBy(string name, bool hasHint)
    {
        var ids = (hasHint ? [$"{name}-hint"] : Array.Empty<string>()).Concat(FindErrors(name).Count > 0 ? [$"{name}-error"] : []).ToList();
        return ids.Count > 0 ? string.Join(' ', ids) : null;
    }
}
