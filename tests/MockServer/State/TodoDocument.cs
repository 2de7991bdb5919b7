namespace SocialContract.MockServer.Tests.State;

/// <summary>A document with operations below items, JSON Patch, keys that clients choose, defaults and a list with a cursor.</summary>
internal static class TodoDocument
{
    public const string Text = """
        openapi: 3.1.0
        info: { title: Todos, version: '1' }
        paths:
          /todos:
            get:
              operationId: listTodos
              parameters:
                - { name: limit, in: query, schema: { type: integer } }
                - { name: cursor, in: query, schema: { type: string } }
              responses:
                '200':
                  description: Todos.
                  content:
                    application/json:
                      schema:
                        type: object
                        required: [items, has_more, next_cursor]
                        properties:
                          items: { type: array, items: { $ref: '#/components/schemas/Todo' } }
                          has_more: { type: boolean }
                          next_cursor: { type: [string, 'null'] }
                      example: { items: [{ id: t1, title: One }, { id: t2, title: Two }], has_more: true, next_cursor: abc }
            post:
              operationId: createTodo
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/NewTodo' } } } }
              responses:
                '201': { $ref: '#/components/responses/Todo' }
                '409': { description: The id is taken. }
          /todos/{id}:
            parameters: [{ $ref: '#/components/parameters/id' }]
            get: { operationId: readTodo, responses: { '200': { $ref: '#/components/responses/Todo' }, '404': { description: None. } } }
            patch:
              operationId: patchTodo
              requestBody: { content: { application/json-patch+json: { schema: { type: array } } } }
              responses: { '200': { $ref: '#/components/responses/Todo' }, '404': { description: None. } }
          /todos/{id}/complete:
            parameters: [{ $ref: '#/components/parameters/id' }]
            post:
              operationId: completeTodo
              responses: { '200': { $ref: '#/components/responses/Todo' }, '404': { description: None. } }
          /todos/{id}/settings:
            parameters: [{ $ref: '#/components/parameters/id' }]
            get:
              operationId: readSettings
              responses:
                '200': { description: Set., content: { application/json: { schema: { type: object }, example: { colour: red } } } }
                '404': { description: None. }
          /todos/{id}/notes:
            parameters: [{ $ref: '#/components/parameters/id' }]
            post:
              operationId: createNote
              requestBody: { content: { application/json: { schema: { type: object, properties: { text: { type: string } } } } } }
              responses:
                '201': { description: Note., content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } }
          /todos/{id}/notes/{noteId}:
            parameters:
              - { $ref: '#/components/parameters/id' }
              - { name: noteId, in: path, required: true, schema: { type: string } }
            get:
              operationId: readNote
              responses:
                '200': { description: Note., content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } }
        components:
          parameters:
            id: { name: id, in: path, required: true, schema: { type: string } }
          responses:
            Todo:
              description: A todo.
              content:
                application/json:
                  schema: { $ref: '#/components/schemas/Todo' }
                  example: { id: t1, title: One, note: Call, rank: 7, created: today }
          schemas:
            NewTodo:
              type: object
              required: [title]
              properties: { id: { type: string }, title: { type: string }, note: { type: string }, rank: { type: integer, default: 3 } }
            Todo:
              type: object
              required: [id, title]
              properties:
                id: { type: string }
                title: { type: string }
                note: { type: string }
                rank: { type: integer, default: 3 }
                created: { type: string, readOnly: true }
            Note:
              type: object
              required: [id, todo_id, text]
              properties: { id: { type: string }, todo_id: { type: string }, text: { type: string } }
        """;
}
