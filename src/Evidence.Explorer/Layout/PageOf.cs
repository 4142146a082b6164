using Microsoft.AspNetCore.Components;

namespace Evidence.Explorer.Layout;

/// <summary>A page: what it shows, inside the layout that all pages share.</summary>
/// <typeparam name="TModel">What it shows.</typeparam>
public abstract class FormatAddress<TModel> : ComponentBase
{
    /// <summary>Address and revision of the page.</summary>
    [Parameter, EditorRequired]
    public required PageFrame Frame { get; set; }

    /// <summary>What the page shows.</summary>
    [Parameter, EditorRequired]
    public required TModel Model { get; set; }
}
