namespace Evidence.Api.Hosting.Database;

/// <summary>The data folder is another process's of this program.</summary>
internal sealed class FolderTakenException(int holder, string sentence, Exception inner) : StartupException(sentence, inner)
{
    /// <summary>That process.</summary>
    public int Holder => holder;
}
