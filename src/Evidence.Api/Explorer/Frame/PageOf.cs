using Microsoft.AspNetCore.Components;

namespace Evidence.Api.Explorer.Frame;

/// <summary>A page: what it shows, inside the frame that all pages share.</summary>
/// <typeparam name="TModel">What it shows.</typeparam>
public abstract class PageOf<TModel> : ComponentBase
{
    /// <summary>Address and revision.</summary>
    [Parameter, EditorRequired]
    public required PageFrame Frame { get; set; }

    /// <summary>What it shows.</summary>
    [Parameter, EditorRequired]
    public required TModel Model { get; set; }
}
