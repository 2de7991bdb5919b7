namespace SocialContract.MockServer.Tests.State;

/// <summary>Documents of different styles.</summary>
internal static class StateDocuments
{
    /// <summary>Bare objects and lists, integer ids, an example of each, documented 404.</summary>
    public const string Pets = """
        openapi: 3.0.3
        info: { title: Pets, version: '1' }
        paths:
          /pets:
            get:
              operationId: listPets
              parameters:
                - { name: limit, in: query, schema: { type: integer, minimum: 1 } }
              responses:
                '200':
                  description: Pets.
                  content:
                    application/json:
                      schema: { type: array, items: { $ref: '#/components/schemas/Pet' } }
                      example: [{ id: 1, name: Rex, tag: dog }, { id: 2, name: Tom }]
            post:
              operationId: createPet
              requestBody:
                required: true
                content:
                  application/json:
                    schema: { $ref: '#/components/schemas/NewPet' }
              responses:
                '201':
                  description: Created.
                  headers:
                    Location: { schema: { type: string }, example: /pets/1 }
                  content:
                    application/json:
                      schema: { $ref: '#/components/schemas/Pet' }
                      example: { id: 1, name: Rex }
          /pets/{petId}:
            parameters:
              - { name: petId, in: path, required: true, schema: { type: integer } }
            get:
              operationId: readPet
              responses:
                '200': { $ref: '#/components/responses/Pet' }
                '404': { $ref: '#/components/responses/Missing' }
            put:
              operationId: replacePet
              requestBody:
                content: { application/json: { schema: { $ref: '#/components/schemas/NewPet' } } }
              responses:
                '200': { $ref: '#/components/responses/Pet' }
                '404': { $ref: '#/components/responses/Missing' }
            patch:
              operationId: changePet
              requestBody:
                content: { application/merge-patch+json: { schema: { type: object } }, application/json: { schema: { type: object } } }
              responses:
                '200': { $ref: '#/components/responses/Pet' }
                '404': { $ref: '#/components/responses/Missing' }
            delete:
              operationId: deletePet
              responses:
                '204': { description: Deleted. }
                '404': { $ref: '#/components/responses/Missing' }
        components:
          responses:
            Pet:
              description: A pet.
              content:
                application/json:
                  schema: { $ref: '#/components/schemas/Pet' }
                  example: { id: 1, name: Rex, tag: dog }
            Missing:
              description: No such pet.
              content:
                application/json:
                  schema: { type: object, required: [error], properties: { error: { type: string } } }
                  example: { error: no such pet }
          schemas:
            NewPet:
              type: object
              required: [name]
              properties:
                name: { type: string, minLength: 1 }
                tag: { type: string, nullable: true }
                secret: { type: string, writeOnly: true }
            Pet:
              allOf:
                - { $ref: '#/components/schemas/NewPet' }
                - type: object
                  required: [id]
                  properties: { id: { type: integer, readOnly: true } }
        """;

    /// <summary>Bodies in wrappers, UUIDs, paging, nested collections, no documented 404, no examples.</summary>
    public const string Accounts = """
        openapi: 3.1.0
        info: { title: Accounts, version: '1' }
        paths:
          /accounts:
            get:
              operationId: listAccounts
              parameters:
                - { name: limit, in: query, schema: { type: integer, default: 2 } }
                - { name: offset, in: query, schema: { type: integer, default: 0 } }
              responses:
                '200':
                  description: Accounts.
                  content:
                    application/json:
                      schema:
                        type: object
                        required: [data, meta]
                        properties:
                          data: { type: array, items: { $ref: '#/components/schemas/Account' } }
                          meta:
                            type: object
                            required: [total, has_more]
                            properties: { total: { type: integer }, has_more: { type: boolean } }
            post:
              operationId: createAccount
              requestBody:
                required: true
                content:
                  application/json:
                    schema:
                      type: object
                      required: [account]
                      properties: { account: { type: object, required: [name], properties: { name: { type: string } } } }
              responses:
                '201': { $ref: '#/components/responses/Account' }
          /accounts/{id}:
            parameters: [{ $ref: '#/components/parameters/id' }]
            get:
              operationId: readAccount
              responses:
                '200': { $ref: '#/components/responses/Account' }
            delete:
              operationId: deleteAccount
              responses:
                '200': { $ref: '#/components/responses/Account' }
          /accounts/{id}/posts:
            parameters: [{ $ref: '#/components/parameters/id' }]
            get:
              operationId: listPosts
              responses:
                '200':
                  description: Posts.
                  content:
                    application/json:
                      schema: { type: array, items: { $ref: '#/components/schemas/Post' } }
            post:
              operationId: createPost
              requestBody:
                content:
                  application/json: { schema: { type: object, required: [text], properties: { text: { type: string } } } }
              responses:
                '201':
                  description: Created.
                  content:
                    application/json:
                      schema: { type: object, required: [id], properties: { id: { type: string, pattern: '^p[0-9]+$' } } }
          /accounts/{id}/posts/{postId}:
            parameters:
              - { $ref: '#/components/parameters/id' }
              - { name: postId, in: path, required: true, schema: { type: string, pattern: '^p[0-9]+$' } }
            get:
              operationId: readPost
              responses:
                '200':
                  description: A post.
                  content: { application/json: { schema: { $ref: '#/components/schemas/Post' } } }
        components:
          parameters:
            id: { name: id, in: path, required: true, schema: { type: string, format: uuid } }
          responses:
            Account:
              description: An account.
              content:
                application/json:
                  schema:
                    type: object
                    required: [account]
                    properties: { account: { $ref: '#/components/schemas/Account' } }
          schemas:
            Account:
              type: object
              required: [id, name, status]
              properties:
                id: { type: string, format: uuid }
                name: { type: string }
                status: { enum: [active, closed] }
            Post:
              type: object
              required: [id, text]
              properties: { id: { type: string, pattern: '^p[0-9]+$' }, text: { type: string } }
        """;

    public const string WithoutResources = """
        openapi: 3.1.0
        info: { title: Ping, version: '1' }
        paths:
          /ping:
            get:
              operationId: ping
              responses: { '204': { description: Here. } }
        """;
}
