using Evidence.Api.Explorer.Frame;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Selection;
using Microsoft.AspNetCore.WebUtilities;

namespace Evidence.Api.Explorer.Asking;

/// <summary>What a form was asked with, as its fields show it: right or wrong, because a question that is refused is mended where it was asked.</summary>
/// <param name="Query">The values, without the revision.</param>
/// <param name="Revision">The revision as it was asked for; nothing where it was not.</param>
/// <param name="Problem">Why the question is refused; nothing where it is answered.</param>
public sealed record AskedValues(AddressQuery Query, string? Revision, Problem? Problem)
{
    /// <summary>Whether a request asks nothing but, at most, a revision.</summary>
    public static bool IsBlank(HttpContext http) => http.Request.Query.Keys.All(name => name == ReadRequest.RevisionParameter.Name);

    /// <summary>What a request asks; where it asks nothing, what the page asks by itself.</summary>
    public static AskedValues Of(HttpContext http, IReadOnlyList<Parameter> parameters, string ownQuestion, Problem? problem = null)
    {
        var query = IsBlank(http) ? ownQuestion : http.Request.QueryString.Value ?? "";
        var lists = parameters.Where(parameter => parameter is { Kind: ParameterKind.Terms or ParameterKind.Words, IsRanked: false }).Select(parameter => parameter.Name).ToHashSet();
        var pairs =
            from given in QueryHelpers.ParseQuery(query)
            where given.Key != ReadRequest.RevisionParameter.Name
            from value in given.Value
            from part in lists.Contains(given.Key) ? value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [value]
            select (given.Key, part);
        return new AskedValues(new AddressQuery([.. pairs]), http.Request.Query[ReadRequest.RevisionParameter.Name].FirstOrDefault(), problem);
    }

    /// <summary>What a page asks by itself where its address asks nothing.</summary>
    public static QueryValues Own(string ownQuestion, IReadOnlyList<Parameter> parameters)
    {
        var (values, errors) = QueryReader.Read(ownQuestion, parameters);
        return errors.Count == 0 ? values : throw new InvalidOperationException($"The page's own question is refused: {errors[0].Parameter} {errors[0].Detail}");
    }

    /// <summary>The one value of a field; nothing where it is empty.</summary>
    public string? Text(string name) => Query.Of(name).FirstOrDefault();

    /// <summary>What is wrong with a field.</summary>
    public IReadOnlyList<ParameterError> ErrorsOf(string name) => [.. (Problem?.Errors ?? []).Where(error => error.Parameter == name)];

    /// <summary>What describes a field: its hint and what is wrong with it.</summary>
    public string? DescribedBy(string name, bool hasHint)
    {
        var ids = (hasHint ? [$"{name}-hint"] : Array.Empty<string>()).Concat(ErrorsOf(name).Count > 0 ? [$"{name}-error"] : []).ToList();
        return ids.Count > 0 ? string.Join(' ', ids) : null;
    }
}
